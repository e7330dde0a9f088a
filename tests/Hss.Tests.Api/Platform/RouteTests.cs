using System.Text.Json.Nodes;
using Hss.Api.Platform.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace Hss.Tests.Api.Platform;

/// <summary>What all routes say about themselves, and whether it is so.</summary>
public sealed class RouteTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    // It is read after the file's conversation is found.
    private const string ReadLater = "/store/api/v1/support/attachments/";

    // Its 401 is an answer of the contract: {"logged_in":false}.
    private const string SaysWhoIsSignedIn = "/reservia/session/status";

    [Fact]
    public void EveryRoute_SaysWhatItDoesTakesAndAnswers()
    {
        var silent = new List<string>();
        foreach (var route in Route.All(api.Server))
        {
            if (route.Endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() is null)
                silent.Add($"{route} has no summary");
            if (route.Endpoint.Metadata.GetMetadata<WireAnswer>() is null)
                silent.Add($"{route} does not say what it answers");
            var said = route.Endpoint.Metadata.GetOrderedMetadata<PathPart>().Select(p => p.Name).ToHashSet();
            silent.AddRange(route.PathParts.Where(p => !said.Contains(p)).Select(p => $"{route} does not say what {p} means"));
        }

        Assert.Empty(silent);
    }

    [Fact]
    public async Task Document_DescribesEveryParameterAnswerAndErrorOfEveryRoute()
    {
        var document = JsonNode.Parse(await api.Client.GetStringAsync(new Uri("/openapi.json", UriKind.Relative)))!;
        var missing = new List<string>();
        foreach (var route in Route.All(api.Server))
        {
            var operation = document["paths"]![route.Pattern]?[route.Method.ToLowerInvariant()];
            if (operation is null)
            {
                missing.Add($"{route} is not there");
                continue;
            }

            var parameters = operation["parameters"]?.AsArray() ?? [];
            missing.AddRange(parameters.Where(p => p!["description"] is null || p["schema"]?["type"] is null).Select(p => $"{route}: {p!["name"]} is not described"));
            if (!Named(parameters, "query").SetEquals(route.Query.Select(q => q.Name)) || !Named(parameters, "path").SetEquals(route.PathParts))
                missing.Add($"{route}: other parameters than the route's");
            var headers = Named(parameters, "header");
            if (route.Method == "PATCH" && (!headers.Contains("Idempotency-Key") || !headers.Contains("If-Match")))
                missing.Add($"{route}: headers");
            var responses = operation["responses"]!.AsObject();
            if (!responses.Any(r => r.Key[0] == '2'))
                missing.Add($"{route}: no answer");
            foreach (var (status, response) in responses.Where(r => r.Key[0] is '4' or '5' && r.Key != "416" && !(r.Key == "401" && route.Pattern == SaysWhoIsSignedIn) && r.Value!["description"]!.ToString() != "Service Unavailable"))
            {
                if (response!["content"]?[route.Mount.Dialect.ContentType]?["schema"]?["$ref"]?.ToString() != $"#/components/schemas/{SchemaNames.InAll(route.Mount, route.Mount.Dialect.Name)}")
                    missing.Add($"{route}: {status} has not the shape of the mount's errors");
            }

            if ((route.Guards.Count > 0 && responses["401"] is null) || (route.Query.Count > 0 && responses["400"] is null && responses["422"] is null))
                missing.Add($"{route}: errors");
        }

        Assert.Empty(missing);
        Assert.All(Route.All(api.Server), r => Assert.NotNull(document["components"]!["schemas"]![SchemaNames.InAll(r.Mount, r.Mount.Dialect.Name)]));
    }

    [Fact]
    public async Task EveryDeclaredQueryParameter_IsRead()
    {
        var callers = await Callers.Of(api.Server);
        var wrong = new List<string>();
        foreach (var route in Route.All(api.Server).Where(r => r.Method == "GET" && !r.Pattern.StartsWith(ReadLater, StringComparison.Ordinal)))
        {
            foreach (var parameter in route.Query)
            {
                var answer = await callers.For(route).Get($"{route.Path(callers.IdFor(route))}?{parameter.Name}=%00");
                if ((int)answer.Status is not (400 or 422) || !answer.Text.Contains(parameter.Name, StringComparison.Ordinal))
                    wrong.Add($"{route}?{parameter.Name}: {(int)answer.Status} {answer.Text}");
            }
        }

        Assert.Empty(wrong);
    }

    private static HashSet<string> Named(JsonArray parameters, string where) =>
        [.. parameters.Where(p => p!["in"]!.ToString() == where).Select(p => p!["name"]!.ToString())];
}
