using System.Collections.Immutable;
using System.Globalization;
using Hss.Grains.Entities.Journal;

namespace Hss.Grains.Assets.Registry;

/// <summary>
/// How old an asset is since its purchase: below two years A, below four B, from then on C; without a purchase A. A year is 365.25 days. It is taken
/// when it is read, so it is a range of the purchase for lists.
/// </summary>
public static class AssetGrades
{
    private const double DaysOfYear = 365.25;

    private const int BelowB = 2;

    private const int BelowC = 4;

    /// <summary>All of them, the newest first.</summary>
    public static ImmutableArray<string> All { get; } = ["A", "B", "C"];

    /// <summary>The grade of an asset bought at a time.</summary>
    public static string Of(DateTimeOffset? purchased, DateTimeOffset now) =>
        purchased is not { } bought || bought > Ago(now, BelowB) ? "A" : bought > Ago(now, BelowC) ? "B" : "C";

    /// <summary>The filters of a list that wants one grade.</summary>
    public static ImmutableArray<FacetFilter> Filters(string grade, DateTimeOffset now) => grade switch
    {
        "A" => [After(Ago(now, BelowB))],
        "B" => [After(Ago(now, BelowC)), Until(Ago(now, BelowB))],
        "C" => [Until(Ago(now, BelowC))],
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, "No grade"),
    };

    private static DateTimeOffset Ago(DateTimeOffset now, int years) => now - TimeSpan.FromDays(DaysOfYear * years);

    // Times are stored to the microsecond.
    private static FacetFilter After(DateTimeOffset time) => Filter(FacetOperator.AtLeast, time.AddMicroseconds(1));

    private static FacetFilter Until(DateTimeOffset time) => Filter(FacetOperator.AtMost, time);

    private static FacetFilter Filter(FacetOperator comparison, DateTimeOffset time) =>
        new(AssetKind.PurchasedFacet, comparison, AssetKind.Seconds(time).ToString(CultureInfo.InvariantCulture), Numeric: true);
}
