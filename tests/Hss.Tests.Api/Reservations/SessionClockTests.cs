using System.Net;
using Hss.Grains.Entities.Journal;
using Hss.Tests.Api.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Reservations;

/// <summary>How long the session behind the cookie lives, by a clock that leaps.</summary>
public sealed class SessionClockTests : IAsyncLifetime
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly LeapingClock _clock = new();

    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.Start(
        configure: builder => builder.Services.AddSingleton<TimeProvider>(_clock), journalClock: TimeProvider.System);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task WhateverAnswers_RenewsTheSession_For365DaysFromThen()
    {
        var member = await Queueing.Admin(_server.Client);
        foreach (var days in (int[])[200, 200, 364])
        {
            _clock.Leap(TimeSpan.FromDays(days));
            var answer = await member.Get("/info/resources");
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal(member.Cookie, Shopping.Cookie(answer, "session"));
            Assert.Contains($"max-age={Lifetime.TotalSeconds}", answer.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(3, await Renewals());
    }

    [Fact]
    public async Task ARenewalOfLessThanADay_IsNotWritten()
    {
        var member = await Queueing.Admin(_server.Client);
        _clock.Leap(TimeSpan.FromHours(23));
        Assert.Equal(HttpStatusCode.OK, (await member.Get("/info/resources")).Status);
        Assert.Equal(0, await Renewals());
        _clock.Leap(TimeSpan.FromHours(1));
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await member.Get("/info/resources")).Status);
        Assert.Equal(1, await Renewals());
    }

    [Fact]
    public async Task After365DaysWithoutUse_TheSessionHasEnded_AndNothingRenewsIt()
    {
        var member = await Queueing.Admin(_server.Client);
        _clock.Leap(Lifetime);
        var status = await member.Get("/session/status");
        Assert.Equal((HttpStatusCode.Unauthorized, """{"logged_in":false}"""), (status.Status, status.Text));
        Assert.Null(status.Header("Set-Cookie"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await member.Get("/info/resources")).Status);
    }

    [Fact]
    public async Task ARenewedSession_EndsAtOnceByLogout()
    {
        var member = await Queueing.Admin(_server.Client);
        var other = await Queueing.Admin(_server.Client);
        _clock.Leap(TimeSpan.FromDays(100));
        Assert.Equal(HttpStatusCode.OK, (await member.Get("/info/resources")).Status);
        var answer = await member.Post("/session/logout");
        Assert.Equal((HttpStatusCode.OK, "Logout successful"), (answer.Status, (string?)answer.Json!["message"]));
        // The last word on the cookie is that it goes: no renewal stands beside it.
        Assert.DoesNotContain(member.Cookie, answer.Header("Set-Cookie"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await member.Get("/info/resources")).Status);
        // It is the one session that ended.
        Assert.Equal(HttpStatusCode.OK, (await other.Get("/info/resources")).Status);
    }

    private async Task<int> Renewals() =>
        (await _server.Services.GetRequiredService<IJournal>().Events(new() { Kind = "session", Types = ["session.renewed"], Limit = 100 }, default)).Length;

    // Timers run by real time: those that look twice a second would otherwise look seventy million times on the way through a year.
    private sealed class LeapingClock : TimeProvider
    {
        private TimeSpan _ahead;

        public void Leap(TimeSpan by) => _ahead += by;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
    }
}
