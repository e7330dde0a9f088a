using System.Collections.Immutable;
using Hss.Interfaces.Assets;

namespace Hss.Grains.Assets.Registry;

/// <summary>The changeable fields of an asset by their names in the contract.</summary>
public static class AssetFields
{
    /// <summary>The field of the status.</summary>
    public const string Status = "status";

    /// <summary>The field of the holder.</summary>
    public const string AssignedTo = "assigned_to";

    private static readonly ImmutableArray<Field> Fields =
    [
        new("name", d => d.Name, (d, from) => d with { Name = from.Name }),
        new("category_id", d => d.CategoryId, (d, from) => d with { CategoryId = from.CategoryId }),
        new("location_id", d => d.LocationId, (d, from) => d with { LocationId = from.LocationId }),
        new("purchase_date", d => d.PurchaseDate, (d, from) => d with { PurchaseDate = from.PurchaseDate }),
        new("purchase_price", d => d.PurchasePriceCents, (d, from) => d with { PurchasePriceCents = from.PurchasePriceCents }),
        new("warranty_end", d => d.WarrantyEnd, (d, from) => d with { WarrantyEnd = from.WarrantyEnd }),
        new("notes", d => d.Notes, (d, from) => d with { Notes = from.Notes }),
        new("model", d => d.Model, (d, from) => d with { Model = from.Model }),
        new("serial_number", d => d.SerialNumber, (d, from) => d with { SerialNumber = from.SerialNumber }),
        new("supplier", d => d.Supplier, (d, from) => d with { Supplier = from.Supplier }),
    ];

    /// <summary>Details with the named fields of others.</summary>
    public static AssetDetails With(AssetDetails details, AssetDetails from, ImmutableArray<string> names) =>
        Fields.Where(f => names.Contains(f.Name)).Aggregate(details, (now, f) => f.Take(now, from));

    /// <summary>The names of what is different.</summary>
    public static ImmutableArray<string> Changed(AssetDetails old, AssetDetails now, AssetStanding before, AssetStanding after) =>
    [
        .. Fields.Where(f => !Equals(f.Value(old), f.Value(now))).Select(f => f.Name),
        .. before.Status == after.Status ? ImmutableArray<string>.Empty : [Status],
        .. before.AssignedTo == after.AssignedTo ? ImmutableArray<string>.Empty : [AssignedTo],
    ];

    /// <summary>The value of a field: a text, a time, or integer cents; null when it is absent.</summary>
    public static object? Value(string name, AssetDetails details, AssetStanding standing) => name switch
    {
        Status => standing.Status,
        AssignedTo => standing.AssignedTo,
        _ => Fields.First(f => f.Name == name).Value(details),
    };

    /// <summary>The names of all of them.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Fields.Select(f => f.Name), Status, AssignedTo];

    private sealed record Field(string Name, Func<AssetDetails, object?> Value, Func<AssetDetails, AssetDetails, AssetDetails> Take);
}
