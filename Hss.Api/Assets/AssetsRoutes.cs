using Hss.Api.Assets.Accounts;
using Hss.Api.Assets.Imports;
using Hss.Api.Assets.QrCodes;
using Hss.Api.Assets.References;
using Hss.Api.Assets.Registry;
using Hss.Api.Assets.Reservations;
using Hss.Api.Assets.Statistics;
using Hss.Api.Assets.Workflows;

namespace Hss.Api.Assets;

/// <summary>All routes of asset management.</summary>
public static class AssetsRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapSams(this RouteGroupBuilder sams)
    {
        sams.MapAssetAuth();
        sams.MapAssetUsers();
        sams.MapAssetCategories();
        sams.MapAssetLocations();
        sams.MapWorkflows();
        sams.MapWorkflowDecisions();
        sams.MapWorkflowComments();
        sams.MapWorkflowTimeline();
        sams.MapAssets();
        sams.MapAssetPatches();
        sams.MapAssetHistory();
        sams.MapStatistics();
        sams.MapAssetReservations();
        sams.MapAssetQrCodes();
        sams.MapAssetImports();
    }
}
