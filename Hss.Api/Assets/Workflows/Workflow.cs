using System.ComponentModel.DataAnnotations;
using Hss.Api.Platform.OpenApi;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.Workflows;
using Hss.Silo.Assets.Workflows;

namespace Hss.Api.Assets.Workflows;

/// <summary>A workflow: a request about an asset, and what became of it.</summary>
/// <param name="Type"><c>checkout</c>, <c>checkin</c>, <c>transfer</c>, <c>maintenance</c> or <c>disposal</c>.</param>
/// <param name="Status"><c>pending</c>, <c>approved</c>, <c>rejected</c> or <c>cancelled</c>.</param>
/// <param name="ApproverId">Who approved or rejected it.</param>
/// <param name="CompletedAt">Always null: no workflow is ever completed.</param>
/// <param name="CompletionNotes">The approver's comment.</param>
/// <param name="ViewedByRequester">Whether its requester has marked it as seen since it was decided.</param>
/// <param name="Asset">Null when it is gone.</param>
/// <param name="Requester">Null when the account is gone.</param>
public sealed record Workflow(
    [property: SchemaFormat("uuid")] string Id,
    [property: AllowedValues("checkout", "checkin", "transfer", "maintenance", "disposal")] string Type,
    [property: AllowedValues("pending", "approved", "rejected", "cancelled", "completed")] string Status,
    [property: SchemaFormat("uuid")] string AssetId,
    WorkflowAsset? Asset,
    [property: SchemaFormat("uuid")] string RequesterId,
    WorkflowUser? Requester,
    [property: SchemaFormat("uuid")] string? AssigneeId,
    WorkflowUser? Assignee,
    [property: SchemaFormat("uuid")] string? ApproverId,
    WorkflowUser? Approver,
    string? Reason,
    DateTimeOffset? ExpectedReturnDate,
    DateTimeOffset? ApprovedAt,
    DateTimeOffset? RejectedAt,
    string? RejectReason,
    DateTimeOffset? CompletedAt,
    string? CompletionNotes,
    bool ViewedByRequester,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>As callers see it, with the people and the asset that it names.</summary>
    public static Workflow Of(WorkflowView view, Parties parties) => new(
        view.Id,
        view.Type,
        view.Status,
        view.AssetId,
        parties.Assets.GetValueOrDefault(view.AssetId) is { } asset ? WorkflowAsset.Of(asset) : null,
        view.RequesterId,
        WorkflowUser.Of(view.RequesterId, parties),
        view.AssigneeId,
        WorkflowUser.Of(view.AssigneeId, parties),
        view.ApproverId,
        WorkflowUser.Of(view.ApproverId, parties),
        view.Reason,
        view.ExpectedReturn,
        view.ApprovedAt,
        view.RejectedAt,
        view.RejectReason,
        CompletedAt: null,
        view.CompletionNotes,
        view.ViewedByRequester,
        view.CreatedAt,
        view.UpdatedAt);
}

/// <summary>An asset as workflows name it: as it is now.</summary>
public sealed record WorkflowAsset(string Id, string AssetTag, string Name, string Status, string CategoryId, string? LocationId, string? AssignedTo)
{
    /// <summary>As callers see it.</summary>
    public static WorkflowAsset Of(AssetView asset) =>
        new(asset.Id, asset.Tag, asset.Details.Name, asset.Status, asset.Details.CategoryId, asset.Details.LocationId, asset.AssignedTo);
}

/// <summary>A person as workflows and comments name them.</summary>
/// <param name="Role">Null for who is no active member any more.</param>
public sealed record WorkflowUser([property: SchemaFormat("uuid")] string Id, string Name, string Email, string? Role)
{
    /// <summary>As callers see them; null for nobody, and for an account that is gone.</summary>
    public static WorkflowUser? Of(string? id, Parties parties) => id is null ? null : Of(id, parties.People);

    /// <inheritdoc cref="Of(string, Parties)" />
    public static WorkflowUser? Of(string id, IReadOnlyDictionary<string, Person> people) =>
        people.GetValueOrDefault(id) is { } person ? new(person.Id, person.Name, person.Email, person.Role) : null;
}

/// <summary>A comment on a workflow.</summary>
/// <param name="User">Null when the account is gone.</param>
public sealed record WorkflowComment(
    [property: SchemaFormat("uuid")] string Id, [property: SchemaFormat("uuid")] string WorkflowId, [property: SchemaFormat("uuid")] string UserId, WorkflowUser? User, string Comment, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>As callers see it.</summary>
    public static WorkflowComment Of(WorkflowCommentView view, IReadOnlyDictionary<string, Person> people) =>
        new(view.Id, view.WorkflowId, view.UserId, WorkflowUser.Of(view.UserId, people), view.Text, view.CreatedAt, view.UpdatedAt);
}

/// <summary>How many there are.</summary>
public sealed record WorkflowCount(long Count);
