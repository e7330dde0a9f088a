using System.Net;
using Hss.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Library.Deliveries;

/// <summary>The time that a reader has to confirm an arrived book.</summary>
public sealed class ConfirmationTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task WithoutAConfirmation_TheRequestClosesByItself_FiveMinutesAfterArrival_AlsoAcrossARestart()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()));
        await using var server = await ApiServer.Start(configure: builder => builder.Services.AddSingleton<TimeProvider>(clock), journalClock: clock);
        var (book, reader) = (await Lending.Book(server.Client), await Lending.Reader(server.Client));
        var request = await reader.Request(book);
        await Lending.Carry(server.Client, request);
        (await (await Luna.Librarian(server.Client)).Put($"{Lending.Deliveries}/{request}/complete")).Data();

        clock.Advance(4 * Minute);
        Assert.Equal("IN_PROGRESS", (string?)(await reader.Read(request))["status"]);
        await server.Restart();
        reader = new(server.Client, reader.Token);
        clock.Advance(2 * Minute);

        // The clock stands still: each look moves it on, so that due work looks too.
        await Shop.Shopper.Until(
            async () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return (string?)(await reader.Read(request))["status"] == "COMPLETED";
            },
            "The request did not close");
        Assert.NotNull((await reader.Read(request))["auto_closed_without_confirm_at"]);
        await Shop.Shopper.Until(async () => (await Lending.Availability(server.Client, book)).Status == "CHECKED_OUT", "The book is not checked out");
        Assert.Equal(HttpStatusCode.Conflict, (await reader.Put($"{Lending.Requests}/{request}/complete")).Status);
    }
}
