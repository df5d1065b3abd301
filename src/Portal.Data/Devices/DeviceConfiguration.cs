using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Devices;

internal sealed class DeviceConfiguration : IEntityTypeConfiguration<Device>
{
    public void Configure(EntityTypeBuilder<Device> builder) =>
        builder.HasIndex(device => device.LibraryIdentifier).IsUnique();
}

internal sealed class PushTargetConfiguration : IEntityTypeConfiguration<PushTarget>
{
    public void Configure(EntityTypeBuilder<PushTarget> builder)
    {
        builder.HasIndex(target => new { target.PassTypeId, target.Kind, target.TokenHash }).IsUnique();
        builder.HasOne(target => target.PassType).WithMany().HasForeignKey(target => target.PassTypeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RegistrationConfiguration : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.Property(registration => registration.AcceptedTag).HasDefaultValue(0L);
        builder.HasIndex(registration => new { registration.DeviceId, registration.PassTypeId, registration.PassId }).IsUnique();
        builder.HasIndex(registration => registration.PassId);
        builder.HasIndex(registration => registration.PushTargetId);
        builder.HasOne(registration => registration.Device).WithMany().HasForeignKey(registration => registration.DeviceId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(registration => registration.Pass).WithMany().HasForeignKey(registration => registration.PassId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(registration => registration.PushTarget).WithMany().HasForeignKey(registration => registration.PushTargetId)
            .OnDelete(DeleteBehavior.SetNull);
    }
}
