using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Assets.Accounts;

/// <summary>Adds the members of asset management to the silo.</summary>
public static class MemberServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddAssetMembers(this IServiceCollection services) =>
        services.AddSingleton<AssetMembers>().AddSingleton<MemberService>();
}
