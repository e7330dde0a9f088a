using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Wire;
using Hss.Grains.Library.Deliveries;
using Hss.Interfaces.Library;
using Hss.Silo.Library.Deliveries;

namespace Hss.Api.Library.Deliveries;

/// <summary>What the routes of requests, returns and deliveries share.</summary>
internal static class DeliveryPaths
{
    /// <summary>What is said when there is no such request, or only somebody else's.</summary>
    public const string NoRequest = "Request not found";

    /// <summary>What is said when there is no such return, or only somebody else's.</summary>
    public const string NoReturn = "Return not found";

    /// <summary>What is said when there is no such task.</summary>
    public const string NoTask = "Task not found";

    private const string NoBook = "Book not found";

    /// <summary>Trimmed; a blank text is none.</summary>
    public static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A book's id in a body.</summary>
    /// <exception cref="ApiException">404: it is none.</exception>
    public static string BookId(string text) => PathId.Read(text.Trim(), NoBook);

    /// <summary>A request or return that the caller may see.</summary>
    /// <param name="type">Its <see cref="TaskTypes"/>.</param>
    /// <exception cref="ApiException">404: there is none, or it is somebody else's and the caller is no librarian.</exception>
    public static async Task<DeliveryView> Asked(HttpContext context, string id, string type, string notFound, DeliveryService deliveries)
    {
        var found = await deliveries.Delivery(PathId.Read(id, notFound)).Get();
        return found is not null && found.TaskType == type && DeliveryRules.MaySee(found, context.Caller().Id, context.Caller().RoleOn(Mounts.Luna))
            ? found
            : throw new ApiException(ApiError.NotFound(notFound));
    }
}
