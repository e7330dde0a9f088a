using System.Collections.Immutable;
using Hss.Interfaces.Shop;

namespace Hss.Silo.Shop.Catalog;

/// <summary>A product of the demonstration catalog.</summary>
/// <param name="Price">Cents.</param>
internal sealed record DemonstrationProduct(
    string Name, string Model, string Serial, string Category, long Price, long Stock, decimal Rating, string Description, string Warranty, string Distributor)
{
    /// <summary>What the catalog says of it.</summary>
    public ProductDetails Details(string categoryId) => new(Name, Model, Serial, Description, Price, categoryId, null, Rating, Warranty, Distributor);
}

/// <summary>The demonstration catalog (Development only): ten categories and fifteen products.</summary>
internal static class DemonstrationCatalog
{
    /// <summary>In the order of their numbers, from 1.</summary>
    public static readonly ImmutableArray<string> Categories =
        ["T-Shirts", "Jeans", "Hoodies", "Shirts", "Dresses", "Jackets", "Shorts", "Sweaters", "Pants", "Polo"];

    /// <summary>In the order of their numbers, from 1.</summary>
    public static readonly ImmutableArray<DemonstrationProduct> Products =
    [
        new("Classic Cotton T-Shirt", "TS-100", "SN-TS-0001", "T-Shirts", 29_99, 50, 4.5m, "Soft combed cotton with a round neck", "30 days", "Cotton House"),
        new("Slim Fit Jeans", "JN-200", "SN-JN-0002", "Jeans", 79_99, 40, 4.3m, "Stretch denim, narrow leg", "60 days", "Denim Works"),
        new("Zip Hoodie", "HD-300", "SN-HD-0003", "Hoodies", 59_99, 35, 4.6m, "Brushed fleece with a full zip", "60 days", "Cotton House"),
        new("Oxford Shirt", "SH-400", "SN-SH-0004", "Shirts", 49_99, 45, 4.2m, "Button-down collar, woven cotton", "30 days", "Tailor & Sons"),
        new("Summer Dress", "DR-500", "SN-DR-0005", "Dresses", 89_99, 25, 4.7m, "Light viscose with a floral print", "30 days", "Atelier Nord"),
        new("Leather Jacket", "JK-600", "SN-JK-0006", "Jackets", 199_99, 12, 4.8m, "Lamb leather, lined", "1 year", "Atelier Nord"),
        new("Chino Shorts", "SR-700", "SN-SR-0007", "Shorts", 39_99, 60, 4.1m, "Cotton twill, above the knee", "30 days", "Tailor & Sons"),
        new("Wool Sweater", "SW-800", "SN-SW-0008", "Sweaters", 99_99, 20, 4.4m, "Merino wool, ribbed cuffs", "90 days", "Highland Knit"),
        new("Cargo Pants", "PT-900", "SN-PT-0009", "Pants", 69_99, 30, 4.0m, "Six pockets, ripstop cotton", "60 days", "Denim Works"),
        new("Pique Polo", "PL-110", "SN-PL-0010", "Polo", 44_99, 55, 4.3m, "Pique knit with two buttons", "30 days", "Cotton House"),
        new("Graphic T-Shirt (Product A)", "TS-120", "SN-TS-0011", "T-Shirts", 34_99, 70, 3.9m, "Screen print on organic cotton", "30 days", "Cotton House"),
        new("Straight Jeans (Product B)", "JN-220", "SN-JN-0012", "Jeans", 84_99, 28, 4.2m, "Rigid denim, straight leg", "60 days", "Denim Works"),
        new("Pullover Hoodie (Product C)", "HD-320", "SN-HD-0013", "Hoodies", 64_99, 33, 4.5m, "Heavy fleece with a front pocket", "60 days", "Cotton House"),
        new("Linen Shirt (Product D)", "SH-420", "SN-SH-0014", "Shirts", 54_99, 38, 4.1m, "Pure linen for warm days", "30 days", "Tailor & Sons"),
        new("Denim Jacket (Product E)", "JK-620", "SN-JK-0015", "Jackets", 119_99, 18, 4.6m, "Washed denim with metal buttons", "90 days", "Denim Works"),
    ];
}
