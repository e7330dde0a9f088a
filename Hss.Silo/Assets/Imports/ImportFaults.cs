using System.Collections.Immutable;

namespace Hss.Silo.Assets.Imports;

/// <summary>Gathers faults: all are counted, the first are kept.</summary>
public sealed class ImportFaults
{
    private readonly ImmutableArray<ImportFault>.Builder _first = ImmutableArray.CreateBuilder<ImportFault>();

    /// <summary>How many there were.</summary>
    public int Total { get; private set; }

    /// <summary>The first <see cref="ImportFile.MaxFaults"/>.</summary>
    public ImmutableArray<ImportFault> First => _first.ToImmutable();

    /// <summary>Notes one.</summary>
    public void Add(ImportFault fault)
    {
        Total++;
        if (_first.Count < ImportFile.MaxFaults)
            _first.Add(fault);
    }
}
