namespace Hss.Grains.Assets.Workflows;

/// <summary>Targets of the effects of workflows; each carries a <see cref="WorkflowReference"/>.</summary>
public static class WorkflowEffects
{
    /// <summary>Somebody asked: managers hear of it.</summary>
    public const string Requested = "workflow-requested";

    /// <summary>A manager decided: the requester hears of it.</summary>
    public const string Decided = "workflow-decided";

    /// <summary>The asset of a checkout was expected back by now: who still has it hears of it.</summary>
    public const string ReturnDue = "workflow-return-due";
}

/// <summary>Which workflow.</summary>
public sealed record WorkflowReference(string WorkflowId);
