using Hss.Grains.Assets.Registry;
using Hss.Grains.Assets.Workflows;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.Workflows;
using Hss.Silo.Effects;
using Hss.Silo.Mail;

namespace Hss.Silo.Assets.Workflows;

/// <summary>Somebody asked: every active manager hears of it.</summary>
public sealed class WorkflowRequestedHandler(EntityCodec codec, WorkflowMail mail, WorkflowParties parties) : IEffectHandler
{
    /// <inheritdoc />
    public string Target => WorkflowEffects.Requested;

    /// <inheritdoc />
    public async Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        if (await mail.Read(codec.Decode<WorkflowReference>(effect.Source, effect.Payload), cancellation).ConfigureAwait(false) is not { } about)
            return;
        // Each manager's copy has an id of its own, which stays the same when the whole is tried again.
        var managers = await parties.Managers(cancellation).ConfigureAwait(false);
        await FanOut.Each(managers, to => mail.Send($"{effect.Id}/{to.Id}", to, WorkflowLetters.Requested(about), cancellation), cancellation).ConfigureAwait(false);
    }
}

/// <summary>A manager decided: the requester hears of it.</summary>
public sealed class WorkflowDecidedHandler(EntityCodec codec, WorkflowMail mail) : IEffectHandler
{
    /// <inheritdoc />
    public string Target => WorkflowEffects.Decided;

    /// <inheritdoc />
    public async Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        var about = await mail.Read(codec.Decode<WorkflowReference>(effect.Source, effect.Payload), cancellation).ConfigureAwait(false);
        if (about is { Requester: { } requester })
            await mail.Send(effect.Id, requester, WorkflowLetters.Decided(about), cancellation).ConfigureAwait(false);
    }
}

/// <summary>The asset of a checkout was expected back by now. While it is still out with that checkout, who has it hears of it.</summary>
public sealed class WorkflowReturnDueHandler(EntityCodec codec, WorkflowMail mail, WorkflowParties parties, WorkflowService workflows) : IEffectHandler
{
    /// <inheritdoc />
    public string Target => WorkflowEffects.ReturnDue;

    /// <inheritdoc />
    public async Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        var reference = codec.Decode<WorkflowReference>(effect.Source, effect.Payload);
        if (await workflows.Workflow(reference.WorkflowId).Get().ConfigureAwait(false) is not { } workflow)
            return;
        // A crash right after the approval may have kept it from the asset until now.
        await workflows.Workflow(workflow.Id).Settle(new(effect.Source, workflow.Id, AssetKind.Instance.Key(workflow.AssetId))).ConfigureAwait(false);
        if (await mail.Read(reference, cancellation).ConfigureAwait(false) is not { Asset: { AssignedTo: { } holder } asset } about || asset.CheckoutWorkflow != workflow.Id)
            return;
        if ((await parties.People([holder], cancellation).ConfigureAwait(false)).GetValueOrDefault(holder) is { } person)
            await mail.Send(effect.Id, person, WorkflowLetters.Overdue(about), cancellation).ConfigureAwait(false);
    }
}

/// <summary>What a mail is about.</summary>
/// <param name="Requester">Null when the account is gone.</param>
/// <param name="Asset">Null when it is gone.</param>
public sealed record WorkflowNews(WorkflowView Workflow, Person? Requester, AssetView? Asset);

/// <summary>Mails about workflows, to the addresses that accounts have when they are sent.</summary>
public sealed class WorkflowMail(WorkflowService workflows, WorkflowParties parties, IMailSender mails)
{
    /// <summary>What there is to say, or null when the workflow is gone.</summary>
    public async Task<WorkflowNews?> Read(WorkflowReference reference, CancellationToken cancellation)
    {
        if (await workflows.Workflow(reference.WorkflowId).Get().ConfigureAwait(false) is not { } workflow)
            return null;
        var named = await parties.Of([workflow], cancellation).ConfigureAwait(false);
        return new(workflow, named.People.GetValueOrDefault(workflow.RequesterId), named.Assets.GetValueOrDefault(workflow.AssetId));
    }

    /// <summary>Sends one.</summary>
    public Task Send(string id, Person to, (string Subject, string Text) letter, CancellationToken cancellation) =>
        mails.Send(new(id, to.Email, to.Name, letter.Subject, letter.Text), cancellation);
}
