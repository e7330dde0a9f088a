using System.ComponentModel.DataAnnotations;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.Workflows;

namespace Hss.Api.Assets.Workflows;

/// <summary>Somebody wants a free asset.</summary>
public sealed record CheckoutRequest
{
    /// <summary>The asset's id.</summary>
    [Required, StringLength(100)]
    public string? AssetId { get; init; }

    /// <summary>What for, up to 1,000 characters.</summary>
    [StringLength(1000)]
    public string? Reason { get; init; }

    /// <summary>When it is expected back; UTC unless it says otherwise.</summary>
    public DateTimeOffset? ExpectedReturnDate { get; init; }

    internal RequestWorkflow Command(string caller) => new(WorkflowTypes.Checkout, AssetIds.Read(AssetId!), caller, Texts.Kept(Reason), ExpectedReturnDate);
}

/// <summary>A holder brings an asset back.</summary>
public sealed record CheckinRequest
{
    /// <summary>The asset's id.</summary>
    [Required, StringLength(100)]
    public string? AssetId { get; init; }

    /// <summary>Up to 1,000 characters.</summary>
    [StringLength(1000)]
    public string? Reason { get; init; }

    internal RequestWorkflow Command() => new(WorkflowTypes.Checkin, AssetIds.Read(AssetId!), null, Texts.Kept(Reason), null);
}

/// <summary>A request of any type.</summary>
public sealed record CreateWorkflowRequest
{
    /// <summary>What is asked for; <c>maintenance</c> and <c>disposal</c> only by managers and admins.</summary>
    [Required, AllowedValues("checkout", "checkin", "transfer", "maintenance", "disposal")]
    public string? Type { get; init; }

    /// <summary>The asset's id.</summary>
    [Required, StringLength(100)]
    public string? AssetId { get; init; }

    /// <summary>Who gets the asset: required for a transfer, where it must be an active member; for others it means nothing.</summary>
    [StringLength(100)]
    public string? AssigneeId { get; init; }

    /// <summary>Why, up to 1,000 characters.</summary>
    [StringLength(1000)]
    public string? Reason { get; init; }

    /// <summary>When it is expected back; UTC unless it says otherwise.</summary>
    public DateTimeOffset? ExpectedReturnDate { get; init; }

    /// <exception cref="ApiException">A transfer without receiver (422), or the asset's id is none (404).</exception>
    internal RequestWorkflow Command(string caller)
    {
        var transfer = Type == WorkflowTypes.Transfer;
        if (transfer && string.IsNullOrWhiteSpace(AssigneeId))
            throw new ApiException(ApiError.Invalid("The request has invalid fields", new FieldFault(FieldFaultKind.Missing, ["assignee_id"], "is required", null)));
        var assignee = transfer ? AssigneeId!.Trim().ToLowerInvariant() : Type == WorkflowTypes.Checkout ? caller : null;
        return new(Type!, AssetIds.Read(AssetId!), assignee, Texts.Kept(Reason), ExpectedReturnDate);
    }
}

/// <summary>A yes.</summary>
public sealed record ApprovalRequest
{
    /// <summary>For the requester, up to 500 characters.</summary>
    [StringLength(500)]
    public string? Comment { get; init; }

    /// <summary>The same under the other call's name.</summary>
    [StringLength(500)]
    public string? Reason { get; init; }

    internal string? Said => Texts.Kept(Comment) ?? Texts.Kept(Reason);
}

/// <summary>A no.</summary>
public sealed record RejectionRequest
{
    /// <summary>For the requester, up to 1,000 characters.</summary>
    [StringLength(1000)]
    public string? Reason { get; init; }

    /// <summary>The same under the other call's name.</summary>
    [StringLength(1000)]
    public string? Comment { get; init; }

    internal string? Said => Texts.Kept(Reason) ?? Texts.Kept(Comment);
}

/// <summary>A comment's text.</summary>
public sealed record WorkflowCommentText
{
    /// <summary>1..5,000 characters.</summary>
    [Required, StringLength(5000, MinimumLength = 1)]
    public string? Comment { get; init; }
}

/// <summary>Ids of assets in bodies: what is none names no asset.</summary>
internal static class AssetIds
{
    public static string Read(string id) => PathId.Read(id.Trim(), "Asset not found");
}
