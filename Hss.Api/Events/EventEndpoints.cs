using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;

namespace Hss.Api.Events;

/// <summary>
/// Live events, <c>GET /api/v1/events?topics=…</c> (Server-Sent Events). A reader that comes back with <c>Last-Event-ID</c> misses nothing; after
/// a restored backup it gets <c>reset</c>, as its id is of another epoch.
/// </summary>
public static class EventEndpoints
{
    private static readonly QueryParameter<string?> Names = Parameters.Text(
        "topics", "What to follow, separated by commas: mount.feature, or mount.feature.id, for example hss.bookings", Topics.MaxLength, required: true);

    /// <summary>Maps it.</summary>
    public static void MapEvents(this RouteGroupBuilder root) => root.MapGet("/api/v1/events", Follow)
        .WithSummary("Follow events live (Server-Sent Events); Last-Event-ID goes on where a reader was")
        .SignedIn().WithTags("Events").Query(Names).AnswersContent(EventStreams.ContentType)
        .Refuses(403, "A topic is not for this caller");

    private static async Task<IResult> Follow(HttpContext context, IJournal journal, EntityKinds kinds, LiveEvents live)
    {
        var caller = context.Caller();
        var query = new QueryReader(context);
        var names = query.Get(Names);
        query.Done();
        var topics = Topics.Parse(names!, kinds);
        foreach (var topic in topics)
            await Admit(topic, caller, journal, context.RequestAborted);
        return await live.Serve(context, topics);
    }

    private static async Task Admit(Topic topic, Caller caller, IJournal journal, CancellationToken cancellation)
    {
        var allowed = topic.IsFor(caller);
        if (allowed && topic.Id is { } id)
        {
            var newest = await journal.Events(new() { Kind = topic.Kind.Name, Id = id, Descending = true, Limit = 1 }, cancellation);
            allowed = newest is [var e] && Topics.MayHear(caller, e.Event.Audience);
        }

        if (!allowed)
            throw new ApiException(ApiError.Forbidden("This topic is not for you"));
    }
}
