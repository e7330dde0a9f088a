using System.Globalization;
using Hss.Grains.Assets.Registry;
using Hss.Grains.Entities.Journal;

namespace Hss.Tests.Unit.Assets.Registry;

public sealed class AssetGradesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-21", "A")]
    [InlineData("2030-01-01", "A")]
    [InlineData("2024-11-22", "A")]
    [InlineData("2024-11-20", "B")]
    [InlineData("2024-01-15", "B")]
    [InlineData("2022-11-22", "B")]
    [InlineData("2022-11-20", "C")]
    [InlineData("2020-01-15", "C")]
    [InlineData(null, "A")]
    public void Of_IsByYearsOf365AndAQuarterDays(string? bought, string grade) =>
        Assert.Equal(grade, AssetGrades.Of(bought is null ? null : DateTimeOffset.Parse(bought, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), Now));

    [Fact]
    public void TwoYearsToTheMicrosecond_IsB_AndFourIsC_InAnswersAndFilters()
    {
        var (two, four) = (Now.AddDays(-2 * 365.25), Now.AddDays(-4 * 365.25));
        foreach (var bought in new[] { two, two.AddMicroseconds(1), two.AddMicroseconds(-1), four, four.AddMicroseconds(1), four.AddMicroseconds(-1), Now })
        {
            var grade = AssetGrades.Of(bought, Now);
            Assert.Equal(bought > two ? "A" : bought > four ? "B" : "C", grade);
            Assert.Equal([grade], AssetGrades.All.Where(g => AssetGrades.Filters(g, Now).All(f => Passes(f, AssetKind.Seconds(bought)))));
        }
    }

    private static bool Passes(FacetFilter filter, decimal value)
    {
        var bound = decimal.Parse(filter.Value, CultureInfo.InvariantCulture);
        return filter.Operator == FacetOperator.AtLeast ? value >= bound : value <= bound;
    }
}
