using Hss.Tests.Api.Assets;
using Hss.Tests.Api.Assets.Accounts;
using Hss.Tests.Api.Assets.Workflows;

namespace Hss.Tests.Api.Documents;

/// <summary>Assets, and what there is about them.</summary>
internal static class SamsAssetScenarios
{
    private const string Api = SamsScenarios.Api;

    public static Scenarios All => new()
    {
        [$"GET {Api}/assets"] = async s =>
        {
            await Loans.Asset(s.Server);
            return await (await Sams.Employee(s.Http)).Get($"{Api}/assets?limit=100");
        },
        [$"GET {Api}/assets/by-number/{{tag}}"] = async s => await (await Sams.Employee(s.Http)).Get($"{Api}/assets/by-number/{(await Made(s)).Json!["asset_tag"]}"),
        [$"GET {Api}/assets/{{id}}"] = async s => await (await Sams.Employee(s.Http)).Get($"{Api}/assets/{(await Made(s)).Json!["id"]}"),
        [$"POST {Api}/assets"] = Made,
        [$"PUT {Api}/assets/{{id}}"] = async s =>
            await (await Sams.Manager(s.Http)).Put($"{Api}/assets/{await Loans.Asset(s.Server)}", new { purchase_price = 990.5, purchase_date = "2026-01-15", notes = (string?)null }),
        [$"DELETE {Api}/assets/{{id}}"] = async s => await (await Sams.Admin(s.Http)).Delete($"{Api}/assets/{await Loans.Asset(s.Server)}"),
        [$"GET {Api}/assets/{{id}}/history"] = async s =>
        {
            var id = await Loans.Asset(s.Server);
            await (await Sams.Manager(s.Http)).Put($"{Api}/assets/{id}", new { name = "Another" });
            return await (await Sams.Employee(s.Http)).Get($"{Api}/assets/{id}/history");
        },
        [$"PATCH {Api}/assets/{{id}}/status"] = async s =>
            await (await Sams.Manager(s.Http)).Patch($"{Api}/assets/{await Loans.Asset(s.Server)}/status?new_status=maintenance&reason=rattles", null),
        [$"PATCH {Api}/assets/{{id}}/location"] = async s =>
            await (await Sams.Manager(s.Http)).Patch($"{Api}/assets/{await Loans.Asset(s.Server)}/location?new_location_id={await Sams.Location(s.Http)}", null),
        [$"PATCH {Api}/assets/{{id}}/user"] = async s =>
            await (await Sams.Manager(s.Http)).Patch($"{Api}/assets/{await Loans.Asset(s.Server)}/user?user_id={(await People.Register(s.Http)).Id}", null),
    };

    private static async Task<ApiAnswer> Made(Stage s) => await (await Sams.Manager(s.Http)).Post(
        $"{Api}/assets", new { name = "Laptop", category_id = await Sams.Category(s.Http), purchase_date = "2024-01-15", purchase_price = "1200.50", warranty_end = "2027-01-15T00:00:00" });
}
