using System.Collections.Immutable;
using Hss.Interfaces.Numbers;

namespace Hss.Grains.Numbers;

/// <summary>Sets of numbers as ascending, disjoint ranges that do not touch.</summary>
public static class NumberRanges
{
    /// <summary>The set with a range more.</summary>
    public static ImmutableArray<NumberRange> Add(ImmutableArray<NumberRange> set, NumberRange range)
    {
        // Usually it comes last.
        if (set.IsEmpty || set[^1].Last < range.First - 1)
            return set.Add(range);
        var touching = set.Where(r => r.First <= range.Last + 1 && range.First <= r.Last + 1).Append(range).ToList();
        var whole = new NumberRange(touching.Min(r => r.First), touching.Max(r => r.Last));
        return [.. set.Where(r => r.Last + 1 < whole.First), whole, .. set.Where(r => r.First > whole.Last + 1)];
    }

    /// <summary>The set without a range.</summary>
    public static ImmutableArray<NumberRange> Subtract(ImmutableArray<NumberRange> set, NumberRange range)
    {
        var rest = ImmutableArray.CreateBuilder<NumberRange>(set.Length + 1);
        foreach (var r in set)
        {
            if (r.Last < range.First || range.Last < r.First)
            {
                rest.Add(r);
                continue;
            }

            if (r.First < range.First)
                rest.Add(r with { Last = range.First - 1 });
            if (r.Last > range.Last)
                rest.Add(r with { First = range.Last + 1 });
        }

        return rest.DrainToImmutable();
    }

    /// <summary>The lowest numbers of a set that has as many.</summary>
    public static ImmutableArray<NumberRange> Lowest(ImmutableArray<NumberRange> set, long count)
    {
        var lowest = ImmutableArray<NumberRange>.Empty;
        foreach (var r in set)
        {
            if (count == 0)
                break;
            var taken = r with { Last = r.Last - r.First >= count ? r.First + count - 1 : r.Last };
            lowest = Add(lowest, taken);
            count -= taken.Last - taken.First + 1;
        }

        return lowest;
    }

    /// <summary>How many numbers a set has.</summary>
    public static long Count(ImmutableArray<NumberRange> set) => set.Sum(r => r.Last - r.First + 1);

    /// <summary>Each number of a set.</summary>
    public static IEnumerable<long> Each(ImmutableArray<NumberRange> set)
    {
        foreach (var r in set)
        {
            for (var n = r.First; n <= r.Last; n++)
                yield return n;
        }
    }
}
