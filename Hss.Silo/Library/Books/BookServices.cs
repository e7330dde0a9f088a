using Hss.Silo.Effects;
using Hss.Silo.Library.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Library.Books;

/// <summary>Adds the titles of the library to the silo.</summary>
public static class BookServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddBooks(this IServiceCollection services)
    {
        services.AddSingleton<BookService>().AddSingleton<BookQueries>().AddSingleton<BookImports>();
        services.AddHostedService<BookDemonstration>();
        return services.AddSingleton<IEffectHandler, BookGrantedHandler>();
    }
}
