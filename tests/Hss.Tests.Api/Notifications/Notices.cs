using System.Diagnostics;
using System.Text.Json.Nodes;
using Hss.Grains.Admin;
using Hss.Grains.Entities;
using Hss.Grains.Notifications;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Notifications;
using Hss.Tests.Api.Library;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Notifications;

/// <summary>Notifications as features make them: an entity's commit carries a notice, and everything after that is the server's.</summary>
internal static class Notices
{
    public const string Url = Luna.Api + "/notifications";

    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    /// <summary>A notice to an account.</summary>
    public static Notice To(string? account, string title, string type = NotificationTypes.RequestStatus) =>
        new(account, type, title, $"{title}.", new(RequestId: "r1", TaskId: "r1", Status: "IN_PROGRESS"));

    /// <summary>Commits notices, each from a source of its own.</summary>
    public static Task Raise(this ApiServer server, params IEnumerable<Notice> notices) => Task.WhenAll(notices.Select(async notice =>
    {
        var services = server.Services.GetRequiredService<EntityServices>();
        var source = new EntitySession<OperatorLogState>(OperatorLogKind.Instance.Key($"test-{Guid.NewGuid():N}"), OperatorLogKind.Instance, services, () => { });
        var outcome = await source.Execute(
            CallContext.System("test"),
            (_, now) => Decision.Accept(new OperatorActed("test", "notice", notice.Title, now)).With(notice.As("test")),
            static _ => true);
        Assert.True(outcome.Accepted);
    }));

    /// <summary>Raises notices and waits until all are in the account's inbox.</summary>
    public static async Task<JsonNode[]> Receive(this ApiServer server, ApiClient reader, params Notice[] notices)
    {
        await server.Raise(notices);
        return await Until(reader, "", rows => notices.All(n => rows.Any(r => (string?)r["title"] == n.Title)));
    }

    /// <summary>The rows of a page of the inbox.</summary>
    public static async Task<JsonNode[]> Rows(ApiClient reader, string query = "") => [.. (await reader.Get($"{Url}?limit=100&{query}")).Data().AsArray().Select(r => r!)];

    /// <summary>The rows of the inbox as soon as they are as wanted.</summary>
    public static async Task<JsonNode[]> Until(ApiClient reader, string query, Func<JsonNode[], bool> asWanted)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Guard; await Task.Delay(5))
        {
            if (await Rows(reader, query) is var rows && asWanted(rows))
                return rows;
        }

        throw new TimeoutException($"The inbox did not become as wanted: {string.Join(", ", (await Rows(reader, query)).Select(r => (string?)r["title"]))}");
    }

    /// <summary>A member of LUNA of one's own, with its id.</summary>
    public static async Task<(ApiClient Client, string Id)> Reader(ApiServer server, string? role = null)
    {
        var email = $"reader{Guid.NewGuid():N}@example.org";
        var nobody = new ApiClient(server.Client);
        const string Password = "Correct-horse-9";
        var id = (string)(await nobody.Post("/api/v1/auth/register", new { email, password = Password })).Json!["id"]!;
        await Give(server, id, role ?? "STUDENT");
        var tokens = (await nobody.Post("/api/v1/auth/login", new { email, password = Password })).Json!;
        return (new(server.Client, (string?)tokens["access_token"]), id);
    }

    /// <summary>Gives an account another role on LUNA, or none.</summary>
    public static async Task Give(ApiServer server, string account, string? role)
    {
        var given = await (await ApiClient.Operator(server.Client)).Send(HttpMethod.Put, $"/api/v1/users/{account}/roles", new { roles = new { luna = role } });
        Assert.True(given.Status == System.Net.HttpStatusCode.OK, given.Text);
    }
}
