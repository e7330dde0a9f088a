using System.Net;
using System.Text.Json.Nodes;
using static Hss.Tests.Api.Assets.Registry.Register;

namespace Hss.Tests.Api.Assets.Registry;

/// <summary>Assets over real HTTP: making and reading them, in the shapes and words of the contract.</summary>
public sealed class AssetTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private Task<ApiClient> Manager() => Sams.Manager(api.Client);

    private Task<ApiClient> Employee() => Sams.Employee(api.Client);

    [Fact]
    public async Task Create_AnswersTheAsset_AndMembersReadItByIdAndTag()
    {
        var (category, location, tag) = (await Sams.Category(api.Client), await Sams.Location(api.Client), Sams.Unique("TAG-"));
        var made = await (await Manager()).Post(Url, new
        {
            asset_tag = tag,
            name = " Dell Latitude 5420 ",
            category_id = category,
            location_id = location,
            purchase_date = "2024-01-15T00:00:00Z",
            purchase_price = "1200000.00",
            warranty_end = "2027-01-15",
            notes = "Docked",
            model = "5420",
            serial_number = "SN-1",
            supplier = "Dell",
        });

        Assert.True(made.Status == HttpStatusCode.Created, made.Text);
        var asset = made.Json!;
        var id = (string)asset["id"]!;
        Assert.True(Guid.TryParseExact(id, "D", out _));
        Assert.Equal($"{Url}/{id}", made.Header("Location"));
        var expected = new JsonObject
        {
            ["id"] = id,
            ["asset_tag"] = tag,
            ["name"] = "Dell Latitude 5420",
            ["status"] = "available",
            ["category_id"] = category,
            ["location_id"] = location,
            ["assigned_to"] = null,
            ["purchase_date"] = Z("2024-01-15T00:00:00"),
            ["purchase_price"] = "1200000.00",
            ["warranty_end"] = Z("2027-01-15T00:00:00"),
            ["grade"] = asset["grade"]!.DeepClone(),
            ["notes"] = "Docked",
            ["qr_code_url"] = $"/api/v1/qrcode/generate/{id}",
            ["model"] = "5420",
            ["serial_number"] = "SN-1",
            ["supplier"] = "Dell",
            ["category_name"] = asset["category_name"]!.DeepClone(),
            ["location_name"] = asset["location_name"]!.DeepClone(),
            ["assigned_user_name"] = null,
            ["created_at"] = asset["created_at"]!.DeepClone(),
            ["updated_at"] = asset["created_at"]!.DeepClone(),
        };
        Assert.Equal(expected.ToJsonString(), asset.ToJsonString());
        Assert.StartsWith("Kind ", (string)asset["category_name"]!, StringComparison.Ordinal);
        Assert.StartsWith("Place ", (string)asset["location_name"]!, StringComparison.Ordinal);
        foreach (var path in new[] { $"{Url}/{id}", $"{Url}/by-number/{tag}", $"/api/v1/assets/{id}" })
        {
            var read = await (await Employee()).Get(path);
            Assert.Equal((HttpStatusCode.OK, made.Text, made.Header("ETag")), (read.Status, read.Text, read.Header("ETag")));
        }
    }

    [Theory]
    [InlineData("""{"name":"x","purchase_price":12.5}""", "12.50")]
    [InlineData("""{"name":"x","purchase_price":"0"}""", "0.00")]
    [InlineData("""{"name":"x","purchase_price":null}""", null)]
    [InlineData("""{"name":"x"}""", null)]
    public async Task MoneyIsATextWithTwoPlaces_WhateverCame(string body, string? price) =>
        Assert.Equal(price, (string?)(await Asset(api.Client, await InCategory(body)))["purchase_price"]);

    [Theory]
    [InlineData("2024-01-15", "2024-01-15T00:00:00")]
    [InlineData("2024-01-15T10:30:00", "2024-01-15T10:30:00")]
    [InlineData("2024-01-15T10:30:00Z", "2024-01-15T10:30:00")]
    [InlineData("2024-01-15T10:30:00+09:00", "2024-01-15T01:30:00")]
    [InlineData("2024-01-15T10:30:00.000", "2024-01-15T10:30:00")]
    public async Task DatesWithAndWithoutZ_AreTheSameUtcTime(string sent, string answered) =>
        Assert.Equal(Z(answered), (string?)(await Asset(api.Client, await InCategory($$"""{"name":"x","purchase_date":"{{sent}}"}""")))["purchase_date"]);

    [Fact]
    public async Task Create_WithAHolder_IsAssigned_AndNamesThem()
    {
        var holder = await Id(await Employee());
        var asset = await Asset(api.Client, new { name = "x", category_id = await Sams.Category(api.Client), assigned_to = holder });
        Assert.Equal(("assigned", holder, "직원"), ((string?)asset["status"], (string?)asset["assigned_to"], (string?)asset["assigned_user_name"]));
    }

    [Theory]
    [InlineData("category_id", "Category not found")]
    [InlineData("location_id", "Location not found")]
    [InlineData("assigned_to", "User not found")]
    public async Task Create_NamingWhatIsNotThere_Is404_AndUsesUpNoNumber(string field, string words)
    {
        var (manager, code) = (await Manager(), Sams.Unique("C"));
        var category = await Sams.Category(api.Client, code);
        foreach (var unknown in new[] { Guid.NewGuid().ToString(), "no-uuid" })
        {
            var body = new JsonObject { ["name"] = "x", ["category_id"] = category };
            body[field] = unknown;
            var answer = await manager.Post(Url, body);
            Assert.Equal((HttpStatusCode.NotFound, $$"""{"detail":"{{words}}"}"""), (answer.Status, answer.Text));
        }

        Assert.Equal($"SRS-{code}-{DateTimeOffset.UtcNow.Year}-0001", (string?)(await Asset(api.Client, new { name = "x", category_id = category }))["asset_tag"]);
    }

    [Theory]
    [InlineData("""{"category_id":"c"}""")]
    [InlineData("""{"name":"x"}""")]
    [InlineData("""{"name":"","category_id":"c"}""")]
    [InlineData("""{"name":"x","category_id":"c","status":"stock"}""")]
    [InlineData("""{"name":"x","category_id":"c","purchase_price":-1}""")]
    [InlineData("""{"name":"x","category_id":"c","purchase_price":"cheap"}""")]
    [InlineData("""{"name":"x","category_id":"c","purchase_price":1.234}""")]
    [InlineData("""{"name":"x","category_id":"c","purchase_date":"yesterday"}""")]
    [InlineData("""{"name":"x","category_id":"c","asset_tag":"123456789012345678901234567890123456789012345678901"}""")]
    [InlineData("""{"name":"x","category_id":"c","status":"disposed","assigned_to":"EMPLOYEE"}""")]
    public async Task BadInput_Is422_WithTheListOfFaults(string body)
    {
        var answer = await (await Manager()).Post(Url, body.Replace("EMPLOYEE", await Id(await Employee()), StringComparison.Ordinal));
        Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, answer.Text);
        Assert.All(answer.Json!["detail"]!.AsArray(), f => Assert.Equal("body", (string?)f!["loc"]![0]));
    }

    [Fact]
    public async Task Create_RepeatedWithItsKey_IsTheFirstAnswer_AndOneAsset()
    {
        var manager = await Manager();
        var body = new { name = "Once", category_id = await Sams.Category(api.Client) };
        var key = Sams.Unique();
        var first = await manager.Post(Url, body, ("Idempotency-Key", key));
        var again = await manager.Post(Url, body, ("Idempotency-Key", key));
        Assert.Equal((first.Text, HttpStatusCode.Created, "true"), (again.Text, again.Status, again.Header("Idempotent-Replayed")));
        Assert.Single(await Rows(manager, $"category_id={body.category_id}"));
    }

    private async Task<JsonNode> InCategory(string body)
    {
        var node = JsonNode.Parse(body)!;
        node["category_id"] = await Sams.Category(api.Client);
        return node;
    }
}
