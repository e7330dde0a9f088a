using Hss.Api.Library.Accounts;
using Hss.Api.Library.Books;
using Hss.Api.Library.Deliveries;
using Hss.Api.Library.Imports;
using Hss.Api.Notifications;
using Hss.Api.Notifications.Live;
using Hss.Api.Robots;

namespace Hss.Api.Library;

/// <summary>All routes of LUNA.</summary>
public static class LibraryRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapLuna(this RouteGroupBuilder luna)
    {
        luna.MapLunaAuth();
        luna.MapBooks();
        luna.MapBookImports();
        luna.MapRequests();
        luna.MapReturns();
        luna.MapDeliveries();
        luna.MapDeliveryTasks();
        luna.MapNotifications();
        luna.MapLiveSocket();
        luna.MapRobots();
    }

    /// <summary>The methods of an action on something, <c>/{id}/cancel</c>: PUT as the design has it, and POST as later clients send it.</summary>
    public static string[] Action { get; } = [HttpMethods.Put, HttpMethods.Post];
}
