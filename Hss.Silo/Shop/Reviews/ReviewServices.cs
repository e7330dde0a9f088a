using Hss.Silo.Effects;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Shop.Reviews;

/// <summary>Puts reviews together.</summary>
internal static class ReviewServices
{
    /// <summary>Adds all of them.</summary>
    public static IServiceCollection AddReviews(this IServiceCollection services) => services
        .AddSingleton<ReviewService>()
        .AddSingleton<ReviewQueries>()
        .AddSingleton<IEffectHandler, ReviewChangedHandler>();
}
