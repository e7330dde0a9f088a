using System.Globalization;
using System.Text.Json;
using Hss.Api.Platform.Errors;

namespace Hss.Api.Shop;

/// <summary>The store's numbers in paths: what is no integer is bad input (contracts, section 5).</summary>
public static class PathNumber
{
    /// <summary>The number as the text that keys use.</summary>
    /// <param name="text">The part of the path.</param>
    /// <param name="name">Its name, for the fault.</param>
    /// <exception cref="ApiException">422.</exception>
    public static string Read(string text, string name) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw new ApiException(ApiError.Invalid("The path has no valid number", new FieldFault(FieldFaultKind.Type, [name], "must be an integer", JsonSerializer.SerializeToElement(text))
            {
                Source = "path",
                Expected = "int",
            }));
}
