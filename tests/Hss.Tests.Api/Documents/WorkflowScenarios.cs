using Hss.Tests.Api.Assets;
using Hss.Tests.Api.Assets.Workflows;

namespace Hss.Tests.Api.Documents;

/// <summary>Workflows of asset management.</summary>
internal static class WorkflowScenarios
{
    private const string One = $"{Loans.Api}/{{id}}";

    public static Scenarios All => new()
    {
        [$"GET {Loans.Api}"] = async s => await (await Sams.Manager(s.Http)).Get($"{Loans.Api}?status=pending&workflow_type=checkout&limit=5"),
        [$"GET {Loans.Api}/my-requests"] = async s => await (await Sams.Employee(s.Http)).Get($"{Loans.Api}/my-requests"),
        [$"GET {Loans.Api}/my-unviewed-count"] = async s => await (await Sams.Employee(s.Http)).Get($"{Loans.Api}/my-unviewed-count"),
        [$"GET {Loans.Api}/overdue"] = Overdue,
        [$"GET {One}"] = async s => await (await Sams.Employee(s.Http)).Get($"{Loans.Api}/{await Asked(s)}"),
        [$"POST {Loans.Api}"] = async s => await (await Sams.Manager(s.Http)).Post(Loans.Api, new { type = "maintenance", asset_id = await Loans.Asset(s.Server), reason = "Fan" }),
        [$"POST {Loans.Api}/checkout"] = async s => await (await Sams.Employee(s.Http)).Post(
            $"{Loans.Api}/checkout", new { asset_id = await Loans.Asset(s.Server), reason = "Demo", expected_return_date = "2027-01-05T09:00:00Z" }),
        [$"POST {Loans.Api}/checkin"] = Checkin,
        [$"PATCH {One}/approve"] = async s => await (await Sams.Manager(s.Http)).Patch($"{Loans.Api}/{await Asked(s)}/approve", new { comment = "Take care" }),
        [$"POST {One}/approve"] = async s => await (await Sams.Manager(s.Http)).Post($"{Loans.Api}/{await Asked(s)}/approve"),
        [$"PATCH {One}/reject"] = async s => await (await Sams.Manager(s.Http)).Patch($"{Loans.Api}/{await Asked(s)}/reject", "\"Not now\""),
        [$"POST {One}/reject"] = async s => await (await Sams.Manager(s.Http)).Post($"{Loans.Api}/{await Asked(s)}/reject", new { reason = "Not now" }),
        [$"PATCH {One}/cancel"] = async s => await (await Sams.Employee(s.Http)).Patch($"{Loans.Api}/{await Asked(s)}/cancel", null),
        [$"POST {One}/cancel"] = async s => await (await Sams.Employee(s.Http)).Post($"{Loans.Api}/{await Asked(s)}/cancel"),
        [$"PATCH {One}/mark-viewed"] = async s => await (await Sams.Employee(s.Http)).Patch($"{Loans.Api}/{await Asked(s)}/mark-viewed", null),
        [$"GET {One}/comments"] = Comments,
        [$"POST {One}/comments"] = async s => await (await Sams.Employee(s.Http)).Post($"{Loans.Api}/{await Asked(s)}/comments", new { comment = "When?" }),
        [$"PUT {One}/comments/{{comment_id}}"] = async s => await (await Sams.Employee(s.Http)).Put(await Comment(s), new { comment = "Until when?" }),
        [$"DELETE {One}/comments/{{comment_id}}"] = async s => await (await Sams.Employee(s.Http)).Delete(await Comment(s)),
    };

    private static async Task<string> Asked(Stage s) => await Loans.Checkout(await Sams.Employee(s.Http), await Loans.Asset(s.Server));

    private static async Task<string> Comment(Stage s)
    {
        var comments = $"{Loans.Api}/{await Asked(s)}/comments";
        return $"{comments}/{(await (await Sams.Employee(s.Http)).Post(comments, new { comment = "When?" })).Json!["id"]}";
    }

    private static async Task<ApiAnswer> Comments(Stage s)
    {
        var comment = await Comment(s);
        return await (await Sams.Employee(s.Http)).Get(comment[..comment.LastIndexOf('/')]);
    }

    private static async Task<ApiAnswer> Checkin(Stage s)
    {
        var asset = await Loans.Asset(s.Server);
        await Loans.Approve(s.Server, await Loans.Checkout(await Sams.Employee(s.Http), asset));
        return await (await Sams.Employee(s.Http)).Post($"{Loans.Api}/checkin", new { asset_id = asset });
    }

    private static async Task<ApiAnswer> Overdue(Stage s)
    {
        await Loans.Approve(s.Server, await Loans.Checkout(await Sams.Employee(s.Http), await Loans.Asset(s.Server), "2026-01-05T09:00:00Z"));
        return await (await Sams.Manager(s.Http)).Get($"{Loans.Api}/overdue");
    }
}
