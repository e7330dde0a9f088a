using System.Collections.Immutable;

namespace Hss.Bench.Workloads.Orders;

/// <summary>What is ordered, by how many at once, and what should come of it.</summary>
/// <param name="Products">Among how many products.</param>
/// <param name="Lines">Products in one order.</param>
/// <param name="Zipf">The exponent by which products are popular; 0 is evenly.</param>
/// <param name="Connections">How many callers wait for their answers at once, one measurement after another.</param>
/// <param name="Usual">How many times the usual form's rate it should reach.</param>
/// <param name="Tuned">How many times the best tuned form's rate it should reach, if that is a goal.</param>
internal sealed record OrderLoad(string Name, int Products, int Lines, double Zipf, ImmutableArray<int> Connections, double Usual, double? Tuned)
{
    /// <summary>Larger than any run.</summary>
    public const long Stock = 100_000_000;

    /// <summary>Orders of one unit of one product.</summary>
    public static readonly OrderLoad HotProduct = new("hot-product", 1, 1, 0, [64, 256, 1024], 10, 4);

    /// <summary>The same for a database of one process, beside which nobody is measured.</summary>
    public static readonly OrderLoad HotProductOnSqlite = HotProduct with { Connections = [64, 256] };

    /// <summary>Evenly over a thousand.</summary>
    public static readonly OrderLoad ThousandProducts = new("thousand-products", 1000, 1, 0, [256], 4, null);

    /// <summary>Two lines, some products far more popular than others.</summary>
    public static readonly OrderLoad ZipfTwoLines = new("zipf-two-lines", 1000, 2, 1.1, [256], 4, null);
}
