using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Accounts;
using Portal.Data.Activity;
using Portal.Data.Certificates;
using Portal.Data.Designs;
using Portal.Data.Devices;
using Portal.Data.Passes;
using Portal.Data.Pushes;
using Portal.Data.Storage;

namespace Portal.Data;

/// <summary>Everything the portal stores. Its two children differ in provider and migrations only.</summary>
public abstract class PortalDbContext(DbContextOptions options) : IdentityDbContext<PortalUser>(options), IDataProtectionKeyContext
{
    // Set here and not in the host's options: design time has to see the same model.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    public DbSet<ClockRow> UpdateClocks => Set<ClockRow>();

    public DbSet<PassType> PassTypes => Set<PassType>();

    public DbSet<SigningCertificate> SigningCertificates => Set<SigningCertificate>();

    public DbSet<PassDesign> Designs => Set<PassDesign>();

    public DbSet<DesignVersion> DesignVersions => Set<DesignVersion>();

    public DbSet<ImageContent> Images => Set<ImageContent>();

    public DbSet<IssuedPass> Passes => Set<IssuedPass>();

    public DbSet<PassRevision> PassRevisions => Set<PassRevision>();

    public DbSet<Device> Devices => Set<Device>();

    public DbSet<PushTarget> PushTargets => Set<PushTarget>();

    public DbSet<Registration> Registrations => Set<Registration>();

    public DbSet<PendingPush> PendingPushes => Set<PendingPush>();

    public DbSet<PushLease> PushLeases => Set<PushLease>();

    public DbSet<FanOut> FanOuts => Set<FanOut>();

    public DbSet<PushAttempt> PushAttempts => Set<PushAttempt>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<DeviceComplaint> DeviceComplaints => Set<DeviceComplaint>();

    public DbSet<SetupLink> SetupLinks => Set<SetupLink>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        SqlText.Register(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
    }
}
