using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Audit;

/// <summary>Adds the audit to the silo.</summary>
public static class AuditServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddHssAudit(this IServiceCollection services) =>
        services.AddSingleton<AuditVerifier>().AddSingleton<VerifyJobs>();
}
