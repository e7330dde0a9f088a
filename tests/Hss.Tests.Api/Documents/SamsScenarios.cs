using Hss.Tests.Api.Shop.Catalog;

namespace Hss.Tests.Api.Documents;

/// <summary>Asset management.</summary>
internal static class SamsScenarios
{
    private const string Api = "/sams/api/v1";

    public static Scenarios All => new()
    {
        [$"GET {Api}/categories"] = async s => await (await s.Operator).Get($"{Api}/categories"),
        [$"POST {Api}/categories"] = Category,
        [$"GET {Api}/categories/{{id}}"] = async s => await (await s.Operator).Get($"{Api}/categories/{Id(await Category(s))}"),
        [$"PUT {Api}/categories/{{id}}"] = async s =>
            await (await s.Operator).Put($"{Api}/categories/{Id(await Category(s))}", new { name = $"Kind {Guid.NewGuid():N}", description = (string?)null }),
        [$"DELETE {Api}/categories/{{id}}"] = async s => await (await s.Operator).Delete($"{Api}/categories/{Id(await Category(s))}"),
        [$"GET {Api}/locations"] = async s => await (await s.Operator).Get($"{Api}/locations"),
        [$"POST {Api}/locations"] = Location,
        [$"GET {Api}/locations/{{id}}"] = async s => await (await s.Operator).Get($"{Api}/locations/{Id(await Location(s))}"),
        [$"PUT {Api}/locations/{{id}}"] = async s => await (await s.Operator).Put($"{Api}/locations/{Id(await Location(s))}", new { floor = "3F" }),
        [$"DELETE {Api}/locations/{{id}}"] = async s => await (await s.Operator).Delete($"{Api}/locations/{Id(await Location(s))}"),
    };

    private static string Id(ApiAnswer answer) => (string)answer.Json!["id"]!;

    private static string Code() => Guid.NewGuid().ToString("N")[..16];

    private static async Task<ApiAnswer> Category(Stage s) =>
        await (await s.Operator).Post($"{Api}/categories", new { name = $"Kind {Guid.NewGuid():N}", code = Code(), description = "Things" });

    private static async Task<ApiAnswer> Location(Stage s) =>
        await (await s.Operator).Post($"{Api}/locations", new { name = "Second floor", code = Code(), site = "판교", building = "Main", floor = "2F", room = "201" });
}
