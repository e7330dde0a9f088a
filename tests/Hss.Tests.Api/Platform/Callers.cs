using System.Net;

namespace Hss.Tests.Api.Platform;

/// <summary>Somebody for each route: an operator, who may do everything but what customers do for themselves.</summary>
public sealed record Callers(ApiClient Operator, ApiClient Customer)
{
    public static async Task<Callers> Of(ApiServer server)
    {
        var customer = await ApiClient.Customer(server.Client);
        var joined = await new ApiClient(server.Client).Post("/store/api/v1/auth/login", new { email = "customer@hss.local", password = "Customer123!" });
        Assert.Equal(HttpStatusCode.OK, joined.Status);
        return new(await ApiClient.Operator(server.Client), customer);
    }

    public ApiClient For(Route route) => route.Guards.Any(g => g.Roles is ["customer"]) ? Customer : Operator;
}
