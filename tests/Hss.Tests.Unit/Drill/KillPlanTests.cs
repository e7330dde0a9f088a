using Hss.Drill;
using Hss.Drill.Machines;

namespace Hss.Tests.Unit.Drill;

/// <summary>A drill can be run again: the same seed kills the same things at the same times.</summary>
public sealed class KillPlanTests
{
    [Fact]
    public void TheSameSeed_IsTheSamePlan()
    {
        Assert.Equal(KillPlan.Of(7, withPostgres: true).Take(50), KillPlan.Of(7, withPostgres: true).Take(50));
        Assert.NotEqual(KillPlan.Of(7, withPostgres: true).Take(50), KillPlan.Of(8, withPostgres: true).Take(50));
    }

    [Fact]
    public void FourKills_AreOfAllKinds() =>
        Assert.All(Enumerable.Range(1, 20), seed => Assert.Equal(Enum.GetValues<KillKind>(), KillPlan.Of(seed, withPostgres: true).Take(4).Select(k => k.Kind).Distinct().Order()));

    [Fact]
    public void WhatIsKilled_IsBackAtOnceOrStaysAwayForAWhile()
    {
        var plan = KillPlan.Of(7, withPostgres: true).Take(50).ToList();
        Assert.Contains(plan, k => k.Away == TimeSpan.Zero);
        Assert.Contains(plan, k => k.Away > TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void WithoutPostgres_ItIsNotKilled() =>
        Assert.DoesNotContain(KillPlan.Of(7, withPostgres: false).Take(100), k => k.Kind == KillKind.Postgres);

    [Theory]
    [InlineData("--minutes")]
    [InlineData("--minutes", "0")]
    [InlineData("--minutes", "x")]
    [InlineData("--database", "mysql")]
    [InlineData("--callers", "0")]
    [InlineData("--what", "1")]
    public void ArgumentsThatAreWrong_AreRefused(params string[] arguments) => Assert.Null(DrillOptions.Read(["Hss.Api.dll", .. arguments]));

    [Fact]
    public void Arguments_AreRead()
    {
        var options = DrillOptions.Read(["Hss.Api.dll", "--minutes", "0.5", "--seed", "3", "--callers", "2", "--database", "sqlite"])!;
        Assert.Equal(("Hss.Api.dll", 30, 3, 2, false), (options.Program, options.Duration.TotalSeconds, options.Seed, options.Callers, options.OnPostgres));
    }
}
