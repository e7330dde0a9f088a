using Hss.Tests.Api.Assets;
using Hss.Tests.Api.Assets.Imports;

namespace Hss.Tests.Api.Documents;

/// <summary>Asset management: reservations, QR codes, files.</summary>
internal static class SamsFileScenarios
{
    private const string Api = SamsScenarios.Api;

    public static Scenarios All => new()
    {
        [$"GET {Api}/assets/{{id}}/reservations"] = async s => await (await Sams.Employee(s.Http)).Get($"{Api}/assets/{(await Reserved(s)).Asset}/reservations"),
        [$"POST {Api}/assets/{{id}}/reservations"] = async s => (await Reserved(s)).Answer,
        [$"DELETE {Api}/assets/{{id}}/reservations/{{rid}}"] = async s =>
        {
            var (asset, made) = await Reserved(s);
            return await (await Sams.Manager(s.Http)).Delete($"{Api}/assets/{asset}/reservations/{made.Json!["id"]}");
        },
        [$"POST {Api}/assets/{{id}}/reservations/{{rid}}/cancel"] = async s =>
        {
            var (asset, made) = await Reserved(s);
            return await (await Sams.Employee(s.Http)).Post($"{Api}/assets/{asset}/reservations/{made.Json!["id"]}/cancel");
        },
        [$"GET {Api}/assets/{{id}}/calendar.ics"] = async s => await (await Sams.Employee(s.Http)).Get($"{Api}/assets/{(await Reserved(s)).Asset}/calendar.ics"),
        [$"GET {Api}/qrcode/generate/{{id}}"] = async s => await (await Sams.Employee(s.Http)).Get($"{Api}/qrcode/generate/{await Importing.Asset(s.Http)}?size=200"),
        [$"GET {Api}/qrcode/decode"] = async s => await (await Sams.Employee(s.Http)).Get($"{Api}/qrcode/decode?data={await Importing.Asset(s.Http)}"),
        [$"POST {Api}/qrcode/bulk-generate"] = async s => await (await Sams.Employee(s.Http)).Post($"{Api}/qrcode/bulk-generate?asset_ids={await Importing.Asset(s.Http)}"),
        [$"GET {Api}/qrcode/print/{{id}}"] = async s => await (await Sams.Employee(s.Http)).Get($"{Api}/qrcode/print/{await Importing.Asset(s.Http)}"),
        [$"GET {Api}/qrcode/labels"] = async s => await (await Sams.Employee(s.Http)).Get($"{Api}/qrcode/labels?asset_ids={await Importing.Asset(s.Http)}"),
        [$"POST {Api}/assets/import"] = Import,
        [$"GET {Api}/assets/export"] = async s => await (await Sams.Manager(s.Http)).Get($"{Api}/assets/export?status=disposed"),
        [$"GET {Api}/imports"] = async s =>
        {
            await Import(s);
            return await (await Sams.Manager(s.Http)).Get($"{Api}/imports");
        },
        [$"GET {Api}/imports/{{id}}"] = async s => await (await Sams.Manager(s.Http)).Get($"{Api}/imports/{(await Import(s)).Json!["id"]}"),
    };

    private static async Task<(string Asset, ApiAnswer Answer)> Reserved(Stage s)
    {
        var asset = await Importing.Asset(s.Http);
        var day = DateTime.UtcNow.Date.AddDays(1);
        return (asset, await (await Sams.Employee(s.Http)).Post($"{Api}/assets/{asset}/reservations", new { from = day, to = day.AddHours(4), purpose = "Fair" }));
    }

    private static async Task<ApiAnswer> Import(Stage s) =>
        await (await Sams.Manager(s.Http)).Import($"name,category_code\nLaptop,{await Importing.Code(s.Http)}\n");
}
