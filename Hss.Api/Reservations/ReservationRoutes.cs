namespace Hss.Api.Reservations;

/// <summary>All routes of reservation queues.</summary>
public static class ReservationRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapReservia(this RouteGroupBuilder reservia)
    {
        var routes = reservia.MapGroup("").AddEndpointFilter(SessionCookies.Renew);
        routes.MapSessions();
        routes.MapInfo();
        routes.MapAdministration();
        routes.MapReservations();
        routes.MapHistory();
        routes.MapLive();
    }
}
