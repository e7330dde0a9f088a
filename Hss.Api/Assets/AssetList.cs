using System.Collections.Immutable;
using Hss.Api.Platform;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;

namespace Hss.Api.Assets;

/// <summary>A page of a list, as all lists of asset management are.</summary>
/// <param name="Total">How many there are.</param>
[SchemaName("List")]
public sealed record AssetList<T>(ImmutableArray<T> Items, long Total, int Skip, int Limit);

/// <summary>What all lists of asset management read.</summary>
public static class AssetLists
{
    /// <summary>How many rows to answer: 1..100, 20 when nothing is said.</summary>
    public static readonly QueryParameter<int> Limit = Parameters.Limit(20, 100);
}

/// <summary>The roles of asset management, as guards name them.</summary>
public static class AssetRoles
{
    /// <summary>May do everything.</summary>
    public const string Admin = "admin";

    /// <summary>May change assets and decide on workflows.</summary>
    public const string Manager = "manager";

    /// <summary>May read, and ask for assets.</summary>
    public const string Employee = "employee";

    /// <summary>Any member of the system.</summary>
    public static TBuilder NeedsMember<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder =>
        routes.WithMetadata(new Platform.Access.Guard(Mounts.Sams, [Employee, Manager, Admin]));
}
