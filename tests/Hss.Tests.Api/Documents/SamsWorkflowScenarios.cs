using Hss.Tests.Api.Assets;
using Hss.Tests.Api.Assets.Workflows;

namespace Hss.Tests.Api.Documents;

/// <summary>Requests about assets.</summary>
internal static class SamsWorkflowScenarios
{
    private const string Api = Loans.Api;

    public static Scenarios All => new()
    {
        [$"GET {Api}"] = async s =>
        {
            await Asked(s);
            return await (await Sams.Manager(s.Http)).Get($"{Api}?limit=100");
        },
        [$"POST {Api}"] = async s => await (await Sams.Manager(s.Http)).Post(Api, new { type = "maintenance", asset_id = await Loans.Asset(s.Server), reason = "It rattles" }),
        [$"GET {Api}/my-requests"] = async s => await (await Asked(s)).Client.Get($"{Api}/my-requests"),
        [$"GET {Api}/my-unviewed-count"] = async s => await (await Sams.Employee(s.Http)).Get($"{Api}/my-unviewed-count"),
        [$"GET {Api}/overdue"] = async s => await (await Sams.Manager(s.Http)).Get($"{Api}/overdue"),
        [$"GET {Api}/{{id}}"] = async s =>
        {
            var (client, id, _) = await Asked(s);
            return await client.Get($"{Api}/{id}");
        },
        [$"POST {Api}/checkout"] = async s => await (await Sams.Employee(s.Http)).Post(
            $"{Api}/checkout", new { asset_id = await Loans.Asset(s.Server), reason = "For the demo", expected_return_date = "2030-01-01" }),
        [$"POST {Api}/checkin"] = async s =>
        {
            var (client, id, asset) = await Asked(s);
            await Loans.Approve(s.Server, id);
            return await client.Post($"{Api}/checkin", new { asset_id = asset });
        },
        [$"PATCH {Api}/{{id}}/approve"] = async s => await (await Sams.Manager(s.Http)).Patch($"{Api}/{(await Asked(s)).Id}/approve", new { comment = "Take care" }),
        [$"POST {Api}/{{id}}/approve"] = async s => await (await Sams.Manager(s.Http)).Post($"{Api}/{(await Asked(s)).Id}/approve"),
        [$"PATCH {Api}/{{id}}/reject"] = async s => await (await Sams.Manager(s.Http)).Patch($"{Api}/{(await Asked(s)).Id}/reject", "\"Not now\""),
        [$"POST {Api}/{{id}}/reject"] = async s => await (await Sams.Manager(s.Http)).Post($"{Api}/{(await Asked(s)).Id}/reject", new { reason = "Not now" }),
        [$"PATCH {Api}/{{id}}/cancel"] = async s =>
        {
            var (client, id, _) = await Asked(s);
            return await client.Patch($"{Api}/{id}/cancel", null);
        },
        [$"POST {Api}/{{id}}/cancel"] = async s =>
        {
            var (client, id, _) = await Asked(s);
            return await client.Post($"{Api}/{id}/cancel");
        },
        [$"PATCH {Api}/{{id}}/mark-viewed"] = async s =>
        {
            var (client, id, _) = await Asked(s);
            return await client.Patch($"{Api}/{id}/mark-viewed", null);
        },
        [$"GET {Api}/{{id}}/comments"] = async s =>
        {
            var (client, id, _) = await Commented(s);
            return await client.Get($"{Api}/{id}/comments");
        },
        [$"POST {Api}/{{id}}/comments"] = async s => (await Commented(s)).Comment,
        [$"PUT {Api}/{{id}}/comments/{{comment_id}}"] = async s =>
        {
            var (client, id, comment) = await Commented(s);
            return await client.Put($"{Api}/{id}/comments/{comment.Json!["id"]}", new { comment = "Tomorrow is better" });
        },
        [$"DELETE {Api}/{{id}}/comments/{{comment_id}}"] = async s =>
        {
            var (client, id, comment) = await Commented(s);
            return await client.Delete($"{Api}/{id}/comments/{comment.Json!["id"]}");
        },
        [$"GET {SamsScenarios.Api}/statistics/workflow-timeline"] = async s =>
            await (await Sams.Employee(s.Http)).Get($"{SamsScenarios.Api}/statistics/workflow-timeline?date_range=7d"),
    };

    // An employee asks for a free asset.
    private static async Task<(ApiClient Client, string Id, string Asset)> Asked(Stage s)
    {
        var (employee, asset) = (await Sams.Employee(s.Http), await Loans.Asset(s.Server));
        return (employee, await Loans.Checkout(employee, asset, "2030-01-01T09:00:00"), asset);
    }

    private static async Task<(ApiClient Client, string Id, ApiAnswer Comment)> Commented(Stage s)
    {
        var (client, id, _) = await Asked(s);
        return (client, id, await client.Post($"{Api}/{id}/comments", new { comment = "Is it charged?" }));
    }
}
