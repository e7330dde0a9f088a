using System.Globalization;
using Hss.Api.Platform.Errors;
using Hss.Interfaces.Entities;
using Hss.Silo.Hosting;

namespace Hss.Api.Platform.Http;

/// <summary>How outcomes of grains become answers.</summary>
public static class Answer
{
    /// <summary>Says that the answer is the kept one of an earlier request.</summary>
    public const string ReplayedHeader = "Idempotent-Replayed";

    /// <summary>The value as JSON with its version as ETag, or the refusal in the mount's dialect.</summary>
    public static IResult Of<T>(HttpContext context, Outcome<T> outcome, Func<T, object> body, int status = StatusCodes.Status200OK)
    {
        if (!outcome.Accepted)
            return outcome.Refusal.ToError().ToResult();
        Tag(context, outcome.Version);
        if (outcome.Replayed)
            context.Response.Headers[ReplayedHeader] = "true";
        return new JsonAnswer(body(outcome.Value), status);
    }

    /// <summary>The value as JSON without an ETag, as it is no resource; or the refusal.</summary>
    public static IResult Untagged<T>(Outcome<T> outcome, Func<T, object> body, int status = StatusCodes.Status200OK) =>
        outcome.Accepted ? new JsonAnswer(body(outcome.Value), status) : outcome.Refusal.ToError().ToResult();

    /// <summary>One object with its ETag, or 304 when the caller has this version already.</summary>
    public static IResult One(HttpContext context, long version, object body)
    {
        var tag = Tag(context, version);
        foreach (var known in context.Request.Headers.IfNoneMatch.SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries)))
        {
            if (known == "*" || known == tag || known == $"W/{tag}")
                return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        return new JsonAnswer(body);
    }

    /// <summary>Says how many rows there are beside those of this page.</summary>
    public static void TotalCount(this HttpContext context, long total) =>
        context.Response.Headers["X-Total-Count"] = total.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Waits for a grain no longer than the request's deadline (10 s). The command goes on; what became of it is then unknown to the caller.
    /// </summary>
    /// <exception cref="TimeoutException">The deadline passed.</exception>
    public static Task<T> WithinDeadline<T>(this Task<T> call, HttpContext context)
    {
        var services = context.RequestServices;
        return call.IsCompleted
            ? call
            : call.WaitAsync(services.GetRequiredService<HssSettings>().Http.Deadline, services.GetRequiredService<TimeProvider>());
    }

    private static string Tag(HttpContext context, long version)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
        context.Response.Headers.ETag = tag;
        return tag;
    }
}
