using Hss.Api.Platform.Errors;

namespace Hss.Api.Platform.Wire;

/// <summary>Ids in paths are UUIDs; a malformed one is 404 (contracts, section 2).</summary>
public static class PathId
{
    /// <summary>The id in its one form.</summary>
    /// <param name="notFound">What is said when it is none.</param>
    /// <exception cref="ApiException">404.</exception>
    public static string Read(string text, string notFound) =>
        Guid.TryParseExact(text, "D", out var id) ? id.ToString() : throw new ApiException(ApiError.NotFound(notFound));
}
