using System.Collections.Immutable;

namespace Hss.Silo.Assets.Imports;

/// <summary>The columns of files of assets, by name: what an export writes, an import reads.</summary>
public static class ImportColumns
{
    /// <summary>The tag; an empty cell, or no such column, for the next one of its series.</summary>
    public const string Tag = "asset_tag";

    /// <summary>The name; every row has one.</summary>
    public const string Name = "name";

    /// <summary>The category, by its code.</summary>
    public const string CategoryCode = "category_code";

    /// <summary>The category, by its id: one of the two columns is there.</summary>
    public const string CategoryId = "category_id";

    /// <summary>The location, by its code.</summary>
    public const string LocationCode = "location_code";

    /// <summary>The location, by its id: at most one of the two columns is there.</summary>
    public const string LocationId = "location_id";

    /// <summary>The status; available when empty.</summary>
    public const string Status = "status";

    /// <summary>When it was bought.</summary>
    public const string PurchaseDate = "purchase_date";

    /// <summary>What it cost, with two decimals at most.</summary>
    public const string PurchasePrice = "purchase_price";

    /// <summary>The end of its warranty.</summary>
    public const string WarrantyEnd = "warranty_end";

    /// <summary>Notes.</summary>
    public const string Notes = "notes";

    /// <summary>The model.</summary>
    public const string Model = "model";

    /// <summary>The serial number.</summary>
    public const string SerialNumber = "serial_number";

    /// <summary>Who sold it.</summary>
    public const string Supplier = "supplier";

    /// <summary>All that an import knows.</summary>
    public static readonly ImmutableArray<string> All =
    [
        Tag, Name, CategoryCode, CategoryId, LocationCode, LocationId, Status, PurchaseDate, PurchasePrice, WarrantyEnd, Notes, Model, SerialNumber, Supplier,
    ];

    /// <summary>Those of an export, in their order. Codes mean the same on another server, ids do not.</summary>
    public static readonly ImmutableArray<string> Exported = All.RemoveRange([CategoryId, LocationId]);
}
