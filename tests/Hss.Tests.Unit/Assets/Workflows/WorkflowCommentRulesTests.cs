using Hss.Grains.Assets.Workflows;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets.Workflows;
using Hss.Interfaces.Entities;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Assets.Workflows;

public sealed class WorkflowCommentRulesTests
{
    private static readonly CallContext Author = new("emp", "employee", "r");
    private static readonly CallContext Admin = new("adm", "admin", "r");
    private static readonly DateTimeOffset Now = Workflows.Start;

    private static readonly WorkflowCommentState Written = After(new("c"), WorkflowCommentRules.Write(new("c"), "w", "emp", "Hello", Now));

    private static WorkflowCommentState After(WorkflowCommentState state, Decision decision)
    {
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, WorkflowCommentRules.Apply);
    }

    [Theory]
    [InlineData("emp", "employee", true)]
    [InlineData("adm", "admin", true)]
    [InlineData("man", "manager", false)]
    public void ItsAuthorAndAdmins_ChangeAComment(string who, string role, bool allowed)
    {
        var context = new CallContext(who, role, "r");

        Assert.Equal(allowed ? null : "You can only update your own comments", WorkflowCommentRules.Edit(Written, "w", context, "New", Now).Refusal?.Message);
        Assert.Equal(allowed ? null : "You can only delete your own comments", WorkflowCommentRules.Delete(Written, "w", context, Now).Refusal?.Message);
    }

    [Fact]
    public void AnotherWorkflowsComment_IsNotReached() => Assert.Equal(
        new Refusal(WorkflowCodes.OtherWorkflow, "Comment does not belong to this workflow"), WorkflowCommentRules.Edit(Written, "other", Author, "New", Now).Refusal);

    [Fact]
    public void ADeletedComment_IsGone_WithItsText()
    {
        var deleted = After(Written, WorkflowCommentRules.Delete(Written, "w", Author, Now));

        Assert.Equal(("deleted", ""), (deleted.Status, deleted.Text));
        Assert.Equal(RefusalCodes.NotFound, WorkflowCommentRules.Delete(deleted, "w", Author, Now).Refusal?.Code);
        Assert.Equal(RefusalCodes.NotFound, WorkflowCommentRules.Edit(deleted, "w", Admin, "x", Now).Refusal?.Code);
        Assert.Equal(RefusalCodes.NotFound, WorkflowCommentRules.Edit(new("c"), "w", Admin, "x", Now).Refusal?.Code);
    }

    [Fact]
    public void TheSameText_ChangesNothing() => Assert.Empty(WorkflowCommentRules.Edit(Written, "w", Author, "Hello", Now).Events);

    [Fact]
    public void AnyOrderOfCommands_FoldsToTheStoredState() => FoldProperty.Holds(
        WorkflowCommentKind.Instance,
        "c",
        [
            (s, now) => WorkflowCommentRules.Write(s, "w", "emp", "Hello", now),
            (s, now) => WorkflowCommentRules.Edit(s, "w", Author, "안녕하세요", now),
            (s, now) => WorkflowCommentRules.Edit(s, "w", Admin, "Hello", now),
            (s, now) => WorkflowCommentRules.Delete(s, "w", Admin, now),
        ],
        (state, events) => events.OfType<WorkflowCommentDeleted>().Count() <= 1);
}
