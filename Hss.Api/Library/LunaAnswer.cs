using System.Collections.Immutable;
using Hss.Api.Platform;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Interfaces.Entities;

namespace Hss.Api.Library;

/// <summary>When and for which request an answer was made.</summary>
/// <param name="Timestamp">Now, in UTC.</param>
/// <param name="RequestId">As in the header <c>X-Request-Id</c>.</param>
[SchemaName("Meta")]
public sealed record LunaMeta(DateTimeOffset Timestamp, string RequestId);

/// <summary>A success: what was asked for is in <c>data</c>.</summary>
/// <param name="Success">Always true.</param>
[SchemaName("Answer")]
public sealed record LunaAnswer<T>(bool Success, T Data, LunaMeta Meta);

/// <summary>A page of a list: the rows are in <c>data</c>.</summary>
/// <param name="Success">Always true.</param>
[SchemaName("List")]
public sealed record LunaList<T>(bool Success, ImmutableArray<T> Data, LunaPagination Pagination, LunaMeta Meta);

/// <summary>A sentence for people.</summary>
[SchemaName("Message")]
public sealed record LunaMessage(string Message);

/// <summary>Which page of how many.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Limit">Rows a page.</param>
/// <param name="Total">How many rows there are.</param>
/// <param name="TotalPages">How many pages that makes; 0 when there is no row.</param>
[SchemaName("Pagination")]
public sealed record LunaPagination(int Page, int Limit, long Total, long TotalPages)
{
    /// <summary>Of a page that was read.</summary>
    public static LunaPagination Of(LunaPage page, long total) => new(page.Number, page.Limit, total, (total + page.Limit - 1) / page.Limit);
}

/// <summary>How outcomes become answers of LUNA: the platform's <see cref="Answer"/> in the system's envelope.</summary>
public static class LunaAnswers
{
    /// <summary>What stands beside <c>data</c> in every answer to this request.</summary>
    public static LunaMeta Meta(HttpContext context) =>
        new(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), context.TraceIdentifier);

    /// <summary>The value with its version as ETag, or the refusal.</summary>
    public static IResult Of<T, TWire>(HttpContext context, Outcome<T> outcome, Func<T, TWire> data, int status = StatusCodes.Status200OK) =>
        Answer.Of(context, outcome, value => Body(context, data(value)), status);

    /// <summary>The value without an ETag, as it is no resource; or the refusal.</summary>
    public static IResult Untagged<T, TWire>(HttpContext context, Outcome<T> outcome, Func<T, TWire> data, int status = StatusCodes.Status200OK) =>
        Answer.Untagged(outcome, value => Body(context, data(value)), status);

    /// <summary>One object with its ETag, or 304 when the caller has this version already.</summary>
    public static IResult One<TWire>(HttpContext context, long version, TWire data) => Answer.One(context, version, Body(context, data));

    /// <summary>Data that has no version.</summary>
    public static IResult Plain<TWire>(HttpContext context, TWire data, int status = StatusCodes.Status200OK) => new JsonAnswer(Body(context, data), status);

    /// <summary>A page of a list.</summary>
    public static IResult List<TWire>(HttpContext context, IEnumerable<TWire> rows, LunaPage page, long total) =>
        new JsonAnswer(new LunaList<TWire>(true, [.. rows], LunaPagination.Of(page, total), Meta(context)));

    private static LunaAnswer<TWire> Body<TWire>(HttpContext context, TWire data) => new(true, data, Meta(context));
}
