using Hss.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Assets.QrCodes;

/// <summary>Adds QR codes of assets to the silo.</summary>
public static class QrCodeServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddAssetQrCodes(this IServiceCollection services, HssSettings settings) => services.AddSingleton(new QrImages(settings.QrCodes));
}
