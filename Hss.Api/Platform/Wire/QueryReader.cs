using System.Collections.Immutable;
using Hss.Api.Platform.Errors;

namespace Hss.Api.Platform.Wire;

/// <summary>
/// Reads the query parameters that the route declares, gathers their faults, and throws them all at once at <see cref="Done"/>. It holds the
/// handler to the declaration: what is read is declared, and what is declared is read.
/// </summary>
public sealed class QueryReader(HttpContext context)
{
    private readonly ImmutableArray<FieldFault>.Builder _faults = ImmutableArray.CreateBuilder<FieldFault>();
    private readonly List<QueryParameter> _unread = [.. context.GetEndpoint()?.Metadata.GetOrderedMetadata<QueryParameter>() ?? []];

    /// <summary>The value of a parameter.</summary>
    /// <exception cref="InvalidOperationException">The route does not declare it.</exception>
    public T Get<T>(QueryParameter<T> parameter)
    {
        if (!_unread.Remove(parameter))
            throw new InvalidOperationException($"The route does not declare the query parameter {parameter.Name}, or reads it twice");
        var (value, fault) = parameter.Read(context.Request.Query[parameter.Name].ToString());
        if (fault is not null)
            _faults.Add(fault);
        return value;
    }

    /// <summary>The value of one parameter of a route that reads its parameters in several places.</summary>
    /// <exception cref="ApiException">It has a fault.</exception>
    /// <exception cref="InvalidOperationException">The route does not declare it.</exception>
    public static T One<T>(HttpContext context, QueryParameter<T> parameter)
    {
        var reader = new QueryReader(context);
        var value = reader.Get(parameter);
        reader._unread.Clear();
        reader.Done();
        return value;
    }

    /// <summary>Notes a fault that only the endpoint can know.</summary>
    public void Fault(QueryParameter parameter, string phrase) => _faults.Add(FieldFault.Query(parameter.Name, phrase));

    /// <summary>Ends reading.</summary>
    /// <exception cref="ApiException">There were faults.</exception>
    /// <exception cref="InvalidOperationException">The route declares what was not read.</exception>
    public void Done()
    {
        if (_unread is [{ Name: var forgotten }, ..])
            throw new InvalidOperationException($"The route declares the query parameter {forgotten} but does not read it");
        if (_faults.Count > 0)
            throw new ApiException(ApiError.Invalid("The query has invalid parameters", _faults.ToImmutable()));
    }
}
