using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Wire;
using Hss.Grains.Entities.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Hss.Tests.Api.Platform;

/// <summary>Every route with every kind of bad input: the error of its mount's dialect, never a 500, and nothing is journaled.</summary>
public sealed class BadInputTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string RequestId = "bad-input";

    [Theory]
    [InlineData("{", 0)]
    [InlineData("nonsense", 0)]
    [InlineData("[]", 0)]
    [InlineData("3", 0)]
    [InlineData("null", 0)]
    [InlineData("{\"a\":1,\"a\":2}", 0)]
    [InlineData("{\"\\udfff\":1}", 0)]
    [InlineData("deep", 0)]
    [InlineData("huge", 413)]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    public Task Body_ThatIsNoJsonObject_IsRefused(string fault, int status) => Each(
        r => r.Body is { Type: not null },
        async (route, caller) =>
        {
            var body = fault switch
            {
                "deep" => new StringBuilder().Insert(0, "{\"a\":", 5000).Append('1').Append('}', 5000).ToString(),
                "huge" => $$"""{"a":"{{new string('x', 1024 * 1024)}}"}""",
                _ when status == 415 => "{}",
                _ => fault,
            };
            ImmutableArray<(string, string)> headers = status == 415 ? [("Content-Type", fault)] : [];
            return [(await Send(route, caller, body, headers), status == 0 ? BadInput(route) : status)];
        });

    [Fact]
    public Task RequiredFields_ThatAreMissing_AreNamed() => Each(
        r => r.Body?.Type is { } type && Fields(type).Any(f => f.Required),
        async (route, caller) =>
        {
            var answer = await Send(route, caller, "{}");
            foreach (var field in Fields(route.Body!.Type!).Where(f => f.Required))
                Assert.True(answer.Text.Contains(field.Name, StringComparison.Ordinal), $"{route} does not name {field.Name}: {answer.Text}");
            return [(answer, BadInput(route))];
        });

    [Theory]
    [InlineData("{\"x\":[1]}")]
    [InlineData("\"a\\u0000b\"")]
    [InlineData("[[]]")]
    [InlineData("1e400")]
    public Task Field_OfAnotherType_IsNamed(string value) => Each(
        r => r.Body?.Type is not null,
        async (route, caller) =>
        {
            var answers = new List<(ApiAnswer, int)>();
            foreach (var field in Fields(route.Body!.Type!).Where(f => !Takes(f.Type, value)))
            {
                var answer = await Send(route, caller, $$"""{"{{field.Name}}":{{value}}}""");
                Assert.True(answer.Text.Contains(field.Name, StringComparison.Ordinal), $"{route} does not name {field.Name}: {answer.Text}");
                answers.Add((answer, BadInput(route)));
            }

            return answers;
        });

    [Theory]
    [InlineData("nope")]
    [InlineData("a%01b")]
    [InlineData("..%2F..%2Fhss.db")]
    [InlineData("99999999999999999999999999")]
    [InlineData("%F0%9F%93%A6")]
    [InlineData("'%3B--")]
    public Task Id_ThatIsNone_IsNotFound_OrBadInput(string id) => Each(
        r => r.PathParts.Count > 0,
        async (route, caller) =>
        {
            var answer = await Send(route, caller, Valid(route), id: id);
            // A conversation that does not exist is as good as claimed (fact file).
            Assert.True((int)answer.Status is 404 or 400 or 422 or 409 or 415, $"{route} with {id}: {(int)answer.Status} {answer.Text}");
            return [(answer, (int)answer.Status)];
        });

    [Fact]
    public Task Method_ThatTheRouteDoesNotHave_Is405() => Each(
        r => r.PathParts.Count == 0,
        async (route, caller) => [(await caller.Client.Send(new HttpMethod("PROPFIND"), route.Path(caller.Id), null, ("X-Request-Id", RequestId)), 405)]);

    [Fact]
    public Task TrailingSlash_ChangesNothing() => Each(
        r => r.Body is { Type: not null },
        async (route, caller) => [(await Send(route, caller, "{", slash: "/"), BadInput(route))]);

    [Fact]
    public Task Query_WithAnythingInIt_IsNeverAFault500() => Each(
        // What is followed live never ends.
        r => r.Method == "GET" && r.Query.Count > 0 && r.Pattern is not ("/api/v1/events" or "/reservia/reservation/live"),
        async (route, caller) =>
        {
            var answers = new List<(ApiAnswer, int)>();
            foreach (var value in (string[])["%00", "-1", "99999999999999999999", "x", new string('x', 6000), "%F0%9F%93%A6", "1&limit=2", "%ff"])
            {
                foreach (var parameter in route.Query)
                {
                    var answer = await caller.Client.Get($"{route.Path(caller.Id)}?{parameter.Name}={value}", ("X-Request-Id", RequestId));
                    Assert.True((int)answer.Status is 200 or 400 or 404 or 422, $"{route}?{parameter.Name}={value[..Math.Min(20, value.Length)]}: {(int)answer.Status} {answer.Text}");
                    if ((int)answer.Status != 200)
                        answers.Add((answer, (int)answer.Status));
                }
            }

            return answers;
        });

    private sealed record Sender(ApiClient Client, string Id);

    // All routes are tried before the test fails, so that it names them all.
    private async Task Each(Func<Route, bool> which, Func<Route, Sender, Task<IReadOnlyList<(ApiAnswer Answer, int Status)>>> act)
    {
        var callers = await Callers.Of(api.Server);
        var routes = Route.All(api.Server).Where(which).ToList();
        Assert.NotEmpty(routes);
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            foreach (var (answer, status) in await act(route, new(callers.For(route), callers.IdFor(route))))
            {
                if ((int)answer.Status != status)
                    wrong.Add($"{route}: {(int)answer.Status} instead of {status}: {answer.Text}");
                else if (answer.Header("X-Request-Id") != RequestId || answer.Json is null || !Fits(route.Mount.Dialect.Schema, JsonSerializer.SerializeToElement(answer.Json)))
                    wrong.Add($"{route}: {(int)answer.Status} is not in the mount's shape: {answer.Text}");
            }
        }

        Assert.Empty(wrong);
        var journal = api.Server.Services.GetRequiredService<IJournal>();
        var events = await journal.Events(new() { Limit = int.MaxValue }, CancellationToken.None);
        Assert.NotEmpty(events);
        Assert.DoesNotContain(events, e => e.Event.RequestId == RequestId);
    }

    private static Task<ApiAnswer> Send(
        Route route, Sender caller, string? body, ImmutableArray<(string, string)> headers = default, string? id = null, string slash = "") =>
        caller.Client.Send(new HttpMethod(route.Method), route.Path(id ?? caller.Id) + slash, body, [("X-Request-Id", RequestId), .. headers.IsDefault ? [] : headers]);

    private static int BadInput(Route route) => route.Mount.Dialect.BadInput(ApiError.Malformed(""));

    // A body that gets as far as the id.
    private static string? Valid(Route route) => route.Body switch
    {
        null => null,
        { Type: { } type } => new System.Text.Json.Nodes.JsonObject(Fields(type).Where(f => f.Required).Select(f =>
            KeyValuePair.Create(f.Name, JsonSerializer.SerializeToNode(Sample(f.Type))))).ToJsonString(),
        _ => "x",
    };

    private static object? Sample(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(bool) => true,
        var t when t == typeof(string) => "x",
        var t when t.IsPrimitive || t == typeof(decimal) => 1,
        var t when t.IsAssignableTo(typeof(System.Collections.IDictionary)) => new { },
        _ => Array.Empty<int>(),
    };

    private static bool Takes(Type type, string value) => value[0] switch
    {
        '{' => WireModelIsObject(type),
        '[' => (Nullable.GetUnderlyingType(type) ?? type) is { IsGenericType: true } list && list.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && list.GetGenericArguments()[0] == typeof(JsonElement),
        _ => false,
    };

    private static bool WireModelIsObject(Type type) => type.IsAssignableTo(typeof(System.Collections.IDictionary)) || (type.IsClass && type != typeof(string) && type.Namespace!.StartsWith("Hss", StringComparison.Ordinal));

    private static IEnumerable<(string Name, Type Type, bool Required)> Fields(Type type) => type.GetProperties()
        .Where(p => p.CanWrite && p.GetCustomAttribute<JsonIgnoreAttribute>() is null)
        .Select(p => (
            p.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? WireModel.Options.PropertyNamingPolicy!.ConvertName(p.Name),
            p.PropertyType,
            p.GetCustomAttribute<RequiredAttribute>() is not null));

    /// <summary>Whether an error has the members, of the types, that the document promises.</summary>
    private static bool Fits(IOpenApiSchema schema, JsonElement value)
    {
        if (schema.OneOf is { Count: > 0 } choices)
            return choices.Any(c => Fits(c, value));
        var type = schema.Type switch
        {
            JsonSchemaType.Object => value.ValueKind == JsonValueKind.Object,
            JsonSchemaType.Array => value.ValueKind == JsonValueKind.Array,
            JsonSchemaType.String => value.ValueKind == JsonValueKind.String,
            JsonSchemaType.Integer => value.ValueKind == JsonValueKind.Number,
            JsonSchemaType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => true,
        };
        if (!type)
            return false;
        if (value.ValueKind == JsonValueKind.Array)
            return schema.Items is null || value.EnumerateArray().All(item => Fits(schema.Items, item));
        if (value.ValueKind != JsonValueKind.Object || schema.Properties is null)
            return true;
        return schema.Required!.All(name => value.TryGetProperty(name, out _))
            && value.EnumerateObject().All(p => schema.Properties.TryGetValue(p.Name, out var member) && Fits(member, p.Value));
    }
}
