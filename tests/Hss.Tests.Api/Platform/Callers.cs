using System.Net;
using Hss.Api.Robots;
using Hss.Tests.Api.Robots;

namespace Hss.Tests.Api.Platform;

/// <summary>Somebody for each route: an operator, who may do everything but what customers do for themselves.</summary>
/// <param name="Conversation">An open conversation: its routes look whether the caller takes part before they look at anything else.</param>
/// <param name="Robot">A robot: its own routes look whether it is itself that calls.</param>
internal sealed record Callers(ApiClient Operator, ApiClient Customer, string Conversation, ApiClient Robot, string RobotId)
{
    public static async Task<Callers> Of(ApiServer server)
    {
        var customer = await ApiClient.Customer(server.Client);
        var joined = await new ApiClient(server.Client).Post("/store/api/v1/auth/login", new { email = "customer@hss.local", password = "Customer123!" });
        Assert.Equal(HttpStatusCode.OK, joined.Status);
        var conversation = await customer.Post("/store/api/v1/support/conversations");
        Assert.Equal(HttpStatusCode.OK, conversation.Status);
        var robot = await Fleet.Register(server.Client);
        return new(await ApiClient.Operator(server.Client), customer, conversation.Json!["id"]!.ToString(), robot.Client(server.Client), robot.Id);
    }

    /// <summary>An id that gets a request as far as its body and its query.</summary>
    public string IdFor(Route route) => route switch
    {
        _ when route.Pattern.StartsWith("/store/api/v1/support/conversations/", StringComparison.Ordinal) => Conversation,
        _ when IsOfARobot(route) => RobotId,
        // A malformed UUID is 404 before anything else is looked at.
        { Mount.Name: "sams" or "luna" } => Guid.Empty.ToString(),
        _ => "1",
    };

    public ApiClient For(Route route) => IsOfARobot(route) ? Robot : route.Guards.Any(g => g.Roles is ["customer"]) ? Customer : Operator;

    private static bool IsOfARobot(Route route) => route.Endpoint.Metadata.GetMetadata<RobotSignIn>() is not null;
}
