using System.Net;

namespace Hss.Tests.Api.Platform;

/// <summary>Somebody for each route: an operator, who may do everything but what customers do for themselves.</summary>
/// <param name="Conversation">An open conversation: its routes look whether the caller takes part before they look at anything else.</param>
public sealed record Callers(ApiClient Operator, ApiClient Customer, string Conversation)
{
    public static async Task<Callers> Of(ApiServer server)
    {
        var customer = await ApiClient.Customer(server.Client);
        var joined = await new ApiClient(server.Client).Post("/store/api/v1/auth/login", new { email = "customer@hss.local", password = "Customer123!" });
        Assert.Equal(HttpStatusCode.OK, joined.Status);
        var conversation = await customer.Post("/store/api/v1/support/conversations");
        Assert.Equal(HttpStatusCode.OK, conversation.Status);
        return new(await ApiClient.Operator(server.Client), customer, conversation.Json!["id"]!.ToString());
    }

    /// <summary>An id that gets a request as far as its body and its query.</summary>
    public string IdFor(Route route) => route switch
    {
        _ when route.Pattern.StartsWith("/store/api/v1/support/conversations/", StringComparison.Ordinal) => Conversation,
        // A malformed UUID is 404 before anything else is looked at.
        { Mount.Name: "sams" or "luna" } => Guid.Empty.ToString(),
        _ => "1",
    };

    public ApiClient For(Route route) => route.Guards.Any(g => g.Roles is ["customer"]) ? Customer : Operator;
}
