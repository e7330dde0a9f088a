using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Bookings;
using Hss.Interfaces.Bookings;
using Hss.Interfaces.Entities;
using Hss.Silo.Files;

namespace Hss.Silo.Bookings;

/// <summary>Finds ids for new bookings and their grains.</summary>
public sealed class BookingService(IGrainFactory grains, UploadService uploads)
{
    private const int MaxAttempts = 20;

    /// <summary>The grain of a booking.</summary>
    public IBookingGrain Booking(string id) => grains.GetGrain<IBookingGrain>(BookingKind.Instance.Key(id).ToString());

    /// <summary>
    /// Makes a booking. Its number follows from the operation, so a repeat finds the same booking, whatever happened to the first answer; when
    /// a number is another booking's, the next one that follows is tried. Which items name completed uploads of the customer is found out here.
    /// </summary>
    public async Task<Outcome<BookingView>> Submit(CallContext context, SubmitBooking command)
    {
        var verified = await uploads.Vouch(context, command.AccountId, command.Items.Select(i => i.S3Key)).ConfigureAwait(false);
        command = command with { Items = [.. command.Items.Select(i => i with { S3Verified = i.S3Key is { } key && verified.Contains(key) })] };
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
