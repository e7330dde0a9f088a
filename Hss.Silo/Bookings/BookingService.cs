using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Bookings;
using Hss.Interfaces.Bookings;
using Hss.Interfaces.Entities;

namespace Hss.Silo.Bookings;

/// <summary>Finds ids for new bookings and their grains.</summary>
public sealed class BookingService(IGrainFactory grains)
{
    private const int MaxAttempts = 20;

    /// <summary>The grain of a booking.</summary>
    public IBookingGrain Booking(string id) => grains.GetGrain<IBookingGrain>(BookingKind.Instance.Key(id).ToString());

    /// <summary>
    /// Makes a booking. Its number follows from the operation, so a repeat finds the same booking, whatever happened to the first answer; when
    /// a number is another booking's, the next one that follows is tried.
    /// </summary>
    public async Task<Outcome<BookingView>> Submit(CallContext context, SubmitBooking command)
    {
        var seed = context.Operation?.Id ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        for (var attempt = 0; ; attempt++)
        {
            var outcome = await Booking(IdOf(seed, attempt)).Submit(context, command).ConfigureAwait(false);
            if (outcome.Refusal?.Code != BookingCodes.IdTaken || attempt == MaxAttempts)
                return outcome;
        }
    }

    /// <summary><c>HSS-</c> and ten digits.</summary>
    public static string IdOf(string seed, int attempt)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"booking {seed} {attempt}")));
        return string.Create(CultureInfo.InvariantCulture, $"HSS-{1_000_000_000 + (BitConverter.ToUInt64(hash) % 9_000_000_000):D10}");
    }
}
