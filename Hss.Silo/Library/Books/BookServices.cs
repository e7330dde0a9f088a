using Hss.Silo.Effects;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Library.Books;

/// <summary>Adds the titles of the library to the silo.</summary>
public static class BookServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddBooks(this IServiceCollection services)
    {
        services.AddSingleton<BookService>().AddSingleton<BookQueries>();
        return services.AddSingleton<IEffectHandler, BookGrantedHandler>();
    }
}
