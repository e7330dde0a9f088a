using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Hss.Grains.Numbers;
using Hss.Interfaces.Numbers;

namespace Hss.Tests.Unit.Numbers;

public sealed class NumberRangesTests
{
    [Fact]
    public void AddAndSubtract_DoWhatSetsDo_AndRangesNeverTouch() => Prop.ForAll(
        Gen.Choose(0, 2 * 30 * 30 - 1).ListOf().ToArbitrary(),
        choices =>
        {
            var (ranges, numbers) = (ImmutableArray<NumberRange>.Empty, new SortedSet<long>());
            foreach (var choice in choices)
            {
                var (a, b) = (1 + (choice / 2 % 30), 1 + (choice / 60));
                var range = new NumberRange(Math.Min(a, b), Math.Max(a, b));
                var each = NumberRanges.Each([range]).ToList();
                ranges = choice % 2 == 0 ? NumberRanges.Add(ranges, range) : NumberRanges.Subtract(ranges, range);
                if (choice % 2 == 0)
                    numbers.UnionWith(each);
                else
                    numbers.ExceptWith(each);
                if (!NumberRanges.Each(ranges).SequenceEqual(numbers) || NumberRanges.Count(ranges) != numbers.Count)
                    return false;
                if (ranges.Zip(ranges.Skip(1)).Any(p => p.First.Last + 1 >= p.Second.First))
                    return false;
                if (numbers.Count > 3 && !NumberRanges.Each(NumberRanges.Lowest(ranges, 3)).SequenceEqual(numbers.Take(3)))
                    return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();
}
