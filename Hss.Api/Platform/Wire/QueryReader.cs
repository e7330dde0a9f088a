using System.Collections.Immutable;
using System.Globalization;
using Hss.Api.Platform.Errors;

namespace Hss.Api.Platform.Wire;

/// <summary>Reads query parameters and gathers their faults; <see cref="Done"/> throws them all at once.</summary>
public sealed class QueryReader(IQueryCollection query)
{
    private const int MaxLength = 500;

    private readonly ImmutableArray<FieldFault>.Builder _faults = ImmutableArray.CreateBuilder<FieldFault>();

    /// <summary>A text, or null when absent or empty.</summary>
    public string? Text(string name, int maxLength = MaxLength)
    {
        var text = query[name].ToString();
        if (text.Contains('\0', StringComparison.Ordinal))
            _faults.Add(FieldFault.Query(name, "must not contain NUL characters"));
        else if (text.Length > maxLength)
            _faults.Add(FieldFault.Query(name, $"must have at most {maxLength} characters", FieldFaultKind.TooLong));
        else if (text.Length > 0)
            return text;
        return null;
    }

    /// <summary>A whole number; out of bounds is a fault.</summary>
    public int Whole(string name, int otherwise, int least, int most) => (int)Whole(name, (long)otherwise, least, most);

    /// <inheritdoc cref="Whole(string, int, int, int)" />
    public long Whole(string name, long otherwise, long least, long most)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            _faults.Add(FieldFault.Query(name, "must be an integer", FieldFaultKind.Type));
        else if (number < least || number > most)
            _faults.Add(FieldFault.Query(name, $"must be between {least} and {most}", FieldFaultKind.Range));
        else
            return number;
        return otherwise;
    }

    /// <summary>A whole number, or null when absent; out of bounds is a fault.</summary>
    public long? WholeOrNull(string name, long least, long most) => query[name].ToString().Length == 0 ? null : Whole(name, least, least, most);

    /// <summary>A number, or null when absent; out of bounds is a fault.</summary>
    public decimal? Number(string name, decimal least, decimal most)
    {
        if (Text(name) is not { } text)
            return null;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            _faults.Add(FieldFault.Query(name, "must be a number", FieldFaultKind.Type));
        else if (number < least || number > most)
            _faults.Add(FieldFault.Query(name, $"must be between {least} and {most}", FieldFaultKind.Range));
        else
            return number;
        return null;
    }

    /// <summary>A whole number that is brought within bounds.</summary>
    public int Clamped(string name, int otherwise, int least, int most) =>
        (int)Math.Clamp(Whole(name, otherwise, long.MinValue, long.MaxValue), least, most);

    /// <summary>One of some values, or null when absent.</summary>
    public string? Choice(string name, ImmutableArray<string> allowed)
    {
        var text = Text(name);
        if (text is null || allowed.Contains(text))
            return text;
        _faults.Add(FieldFault.Query(name, $"must be one of [{string.Join(", ", allowed.Select(a => $"'{a}'"))}]", FieldFaultKind.Choice));
        return null;
    }

    /// <summary>A date-time; a date alone means midnight UTC.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
            return time;
        _faults.Add(FieldFault.Query(name, "must be a date or a date and time (ISO 8601)", FieldFaultKind.Type));
        return null;
    }

    /// <summary>Notes a fault that only the endpoint can know.</summary>
    public void Fault(string name, string phrase) => _faults.Add(FieldFault.Query(name, phrase));

    /// <summary>Ends reading.</summary>
    /// <exception cref="ApiException">There were faults.</exception>
    public void Done()
    {
        if (_faults.Count > 0)
            throw new ApiException(ApiError.Invalid("The query has invalid parameters", _faults.ToImmutable()));
    }
}
