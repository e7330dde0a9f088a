using Hss.Api.Platform;
using Hss.Api.Platform.Access;

namespace Hss.Api.Library;

/// <summary>The roles of LUNA, as guards name them.</summary>
public static class LunaRoles
{
    /// <summary>Reads, and asks for books.</summary>
    public const string Student = "STUDENT";

    /// <summary>Keeps books, tasks and robots.</summary>
    public const string Librarian = "LIBRARIAN";

    /// <summary>May do everything.</summary>
    public const string Admin = "ADMIN";

    /// <summary>Any member of the system.</summary>
    public static TBuilder NeedsReader<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder =>
        routes.Needs(Mounts.Luna, Student, Librarian, Admin);

    /// <summary>Librarians and admins.</summary>
    public static TBuilder NeedsLibrarian<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder =>
        routes.Needs(Mounts.Luna, Librarian, Admin);

    /// <summary>Whether the caller keeps the library.</summary>
    public static bool IsLibrarian(this Caller caller) => caller.Is(Mounts.Luna, Librarian, Admin);
}
