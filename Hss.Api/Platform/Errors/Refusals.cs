using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.References;
using Hss.Interfaces.Assets.Workflows;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Reservations;
using Hss.Interfaces.Shop;
using Hss.Interfaces.Shop.Support;

namespace Hss.Api.Platform.Errors;

/// <summary>The one place where codes of refusals become HTTP statuses.</summary>
public static class Refusals
{
    private static readonly FrozenDictionary<string, int> Statuses = new Dictionary<string, int>
    {
        [RefusalCodes.Invalid] = ApiError.BadInput,
        [RefusalCodes.Unauthorized] = StatusCodes.Status401Unauthorized,
        [RefusalCodes.Forbidden] = StatusCodes.Status403Forbidden,
        [RefusalCodes.NotFound] = StatusCodes.Status404NotFound,
        [RefusalCodes.Conflict] = StatusCodes.Status409Conflict,
        [RefusalCodes.InProgress] = StatusCodes.Status409Conflict,
        [RefusalCodes.PreconditionFailed] = StatusCodes.Status412PreconditionFailed,
        [RefusalCodes.KeyReused] = StatusCodes.Status422UnprocessableEntity,
        [OrderCodes.Unavailable] = StatusCodes.Status400BadRequest,
        [OrderCodes.WrongStatus] = StatusCodes.Status400BadRequest,
        ["price_mismatch"] = StatusCodes.Status422UnprocessableEntity,
        [ProductCodes.SerialTaken] = StatusCodes.Status400BadRequest,
        [ProductCodes.CategoryNotFound] = StatusCodes.Status400BadRequest,
        [CategoryCodes.NameTaken] = StatusCodes.Status400BadRequest,
        [CategoryCodes.InUse] = StatusCodes.Status400BadRequest,
        [ConversationCodes.Closed] = StatusCodes.Status400BadRequest,
        [ConversationCodes.Message] = StatusCodes.Status400BadRequest,
        [ReviewCodes.NotAllowed] = StatusCodes.Status400BadRequest,
        [WishlistCodes.Full] = StatusCodes.Status400BadRequest,
        [AssetCodes.CategoryNotFound] = StatusCodes.Status404NotFound,
        [AssetCodes.LocationNotFound] = StatusCodes.Status404NotFound,
        [AssetCodes.TagTaken] = StatusCodes.Status400BadRequest,
        [AssetCodes.TagFixed] = StatusCodes.Status400BadRequest,
        [AssetCodes.NotAvailable] = StatusCodes.Status400BadRequest,
        [AssetCodes.NotHolder] = StatusCodes.Status400BadRequest,
        [AssetCodes.Reserved] = StatusCodes.Status400BadRequest,
        [AssetCodes.TooManyReservations] = StatusCodes.Status400BadRequest,
        [AssetCodes.NeedsHolder] = StatusCodes.Status400BadRequest,
        [AssetCodes.Undecided] = StatusCodes.Status503ServiceUnavailable,
        [ReferenceCodes.CodeTaken] = StatusCodes.Status400BadRequest,
        [ReferenceCodes.NameTaken] = StatusCodes.Status400BadRequest,
        [WorkflowCodes.NotPending] = StatusCodes.Status400BadRequest,
        [WorkflowCodes.OtherWorkflow] = StatusCodes.Status400BadRequest,
        [ReservationCodes.NotQueued] = StatusCodes.Status404NotFound,
        [ReservationCodes.NotApproved] = StatusCodes.Status404NotFound,
        [ReservationCodes.NotActive] = StatusCodes.Status404NotFound,
        [ReservationCodes.Endless] = StatusCodes.Status400BadRequest,
        [RefusalCodes.TooMany] = StatusCodes.Status429TooManyRequests,
        [RefusalCodes.Unavailable] = StatusCodes.Status503ServiceUnavailable,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The error of a refusal; a feature's code that is not in the table is a conflict.</summary>
    public static ApiError ToError(this Refusal refusal)
    {
        var status = Statuses.GetValueOrDefault(refusal.Code, StatusCodes.Status409Conflict);
        var error = new ApiError(status, refusal.Code, refusal.Message);
        if (status == ApiError.BadInput)
            return error with { Faults = [.. refusal.Details.Select(d => new FieldFault(FieldFaultKind.Rule, FieldPath.Parse(d.Field), d.Message, null))] };
        if (status == StatusCodes.Status503ServiceUnavailable || refusal.Code is RefusalCodes.InProgress or RefusalCodes.TooMany)
            error = error with { RetryAfter = refusal.RetryAfter ?? TimeSpan.FromSeconds(1) };
        return refusal.Details.IsEmpty ? error : error with { Data = new JsonArray([.. refusal.Details.Select(Detail)]) };
    }

    private static JsonObject Detail(Fault fault)
    {
        var detail = new JsonObject { ["field"] = fault.Field };
        if (fault.Message.Length > 0)
            detail["message"] = fault.Message;
        if (fault.Sent is { } sent)
            detail["sent"] = JsonNode.Parse(sent);
        if (fault.Expected is { } expected)
            detail["expected"] = JsonNode.Parse(expected);
        return detail;
    }
}

/// <summary>Field paths of rules, <c>items[0].type</c>, as parts.</summary>
public static class FieldPath
{
    /// <summary>Reads one.</summary>
    public static ImmutableArray<object> Parse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<object>();
        foreach (var part in text.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
            parts.Add(part.EndsWith(']') && int.TryParse(part[..^1], out var index) ? index : part);
        return parts.ToImmutable();
    }
}
