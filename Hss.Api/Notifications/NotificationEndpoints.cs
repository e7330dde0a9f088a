using System.Collections.Immutable;
using System.Text.Json;
using Hss.Api.Library;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Notifications;
using Hss.Silo.Notifications;

namespace Hss.Api.Notifications;

/// <summary>The caller's inbox, <c>/luna/api/v1/notifications</c>; somebody else's notifications are not found.</summary>
public static class NotificationEndpoints
{
    private const string Unknown = "Notification not found";

    private static readonly QueryParameter<bool?> IsRead = Parameters.Flag("is_read", "Only read ones (true), or only unread ones (false)");

    private static readonly QueryParameter<string?> Type = Parameters.Choice("type", "Only of this type", NotificationTypes.All);

    /// <summary>Maps them.</summary>
    public static void MapNotifications(this RouteGroupBuilder luna)
    {
        var inbox = luna.MapGroup("/api/v1/notifications").WithTags("Notifications").Path("id", "The notification's id, a UUID");
        var own = inbox.MapGroup("").NeedsReader();
        own.MapGet("/", List).WithSummary("List the caller's notifications, newest first")
            .Query(IsRead, Type, LunaLists.Page, LunaLists.Limit).Answers(typeof(NotificationListAnswer));
        own.MapGet("/preferences", Preferences).WithSummary("Read what the caller wants to hear of and how").AnswersOne(typeof(LunaAnswer<PreferencesAnswer>));
        own.MapPut("/preferences", Prefer).WithSummary("Change what the caller wants to hear of and how; what is not named stays")
            .Body(typeof(PreferencesBody)).Answers(typeof(LunaAnswer<PreferencesAnswer>));
        own.MapMethods("/read-all", LibraryRoutes.Action, ReadAll).WithSummary("Mark all notifications of the caller as read")
            .Answers(typeof(LunaAnswer<ReadAllAnswer>)).IgnoresIdempotencyKey().IgnoresIfMatch();
        own.MapGet("/{id}", Get).WithSummary("Read a notification").AnswersOne(typeof(LunaAnswer<NotificationAnswer>));
        own.MapMethods("/{id}/read", LibraryRoutes.Action, Read).WithSummary("Mark a notification as read").Answers(typeof(LunaAnswer<NotificationAnswer>));
        own.MapDelete("/{id}", Delete).WithSummary("Delete a notification").Answers(typeof(LunaAnswer<LunaMessage>));
    }

    private static async Task<IResult> List(HttpContext context, NotificationQueries queries)
    {
        var query = new QueryReader(context);
        var (read, type, page) = (query.Get(IsRead), query.Get(Type), query.ReadPage());
        query.Done();
        var account = context.Caller().Id;
        var (notifications, total) = await queries.List(account, read, type, page.Limit, page.Offset, context.RequestAborted);
        var unread = await queries.CountUnread(account, context.RequestAborted);
        return new JsonAnswer(new NotificationListAnswer(
            true, [.. notifications.Select(NotificationAnswer.Of)], LunaPagination.Of(page, total), unread, LunaAnswers.Meta(context)));
    }

    private static async Task<IResult> Get(HttpContext context, string id, NotificationService notifications) =>
        await notifications.Notification(PathId.Read(id, Unknown)).Get() is { } found && found.AccountId == context.Caller().Id
            ? LunaAnswers.One(context, found.Version, NotificationAnswer.Of(found))
            : ApiError.NotFound(Unknown).ToResult();

    private static async Task<IResult> Read(HttpContext context, string id, NotificationService notifications) => LunaAnswers.Of(
        context, await notifications.Notification(PathId.Read(id, Unknown)).Read(context.CallContext()).WithinDeadline(context), NotificationAnswer.Of);

    private static async Task<IResult> ReadAll(HttpContext context, NotificationService notifications) =>
        LunaAnswers.Plain(context, new ReadAllAnswer(await notifications.ReadAll(context.CallContext(), context.RequestAborted).WithinDeadline(context)));

    private static async Task<IResult> Delete(HttpContext context, string id, NotificationService notifications)
    {
        var outcome = await notifications.Notification(PathId.Read(id, Unknown)).Delete(context.CallContext()).WithinDeadline(context);
        return LunaAnswers.Untagged(context, outcome, static _ => new LunaMessage("Notification deleted"));
    }

    private static async Task<IResult> Preferences(HttpContext context, NotificationService notifications)
    {
        var inbox = await notifications.Inbox(context.Caller().Id).Get();
        return LunaAnswers.One(context, inbox.Version, PreferencesAnswer.Of(inbox.Preferences));
    }

    private static async Task<IResult> Prefer(HttpContext context, NotificationService notifications)
    {
        var (body, fields) = await context.ReadChange<PreferencesBody>();
        var change = new PreferencesChange(
            body.InApp,
            body.Push,
            body.Email,
            Types(body.Types ?? []),
            fields.Contains("quiet_hours"),
            body.QuietHours is { } hours ? new(hours.From!, hours.To!, hours.TimeZone!) : null);
        return LunaAnswers.Of(
            context, await notifications.Inbox(context.Caller().Id).Prefer(context.CallContext(), change).WithinDeadline(context), inbox => PreferencesAnswer.Of(inbox.Preferences));
    }

    private static ImmutableArray<TypeWanted> Types(Dictionary<string, JsonElement> types)
    {
        ImmutableArray<FieldFault> faults = [.. types
            .Where(t => t.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            .Select(t => new FieldFault(FieldFaultKind.Type, ["types", t.Key], "must be true or false", t.Value) { Expected = "bool" })];
        return faults.IsEmpty
            ? [.. types.Select(t => new TypeWanted(t.Key, t.Value.GetBoolean()))]
            : throw new ApiException(ApiError.Invalid("The request has invalid fields", faults));
    }
}
