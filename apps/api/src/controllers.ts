import type { Type } from '@nestjs/common';
import { AdministrationController } from './administration/administration.controller.js';
import { AgenciesController } from './administration/agencies.controller.js';
import { PlacesController } from './administration/places.controller.js';
import { UsersController } from './administration/users.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { AccountSecurityController } from './auth/account-security.controller.js';
import { AuthController } from './auth/auth.controller.js';
import { EmergencyController } from './auth/emergency.controller.js';
import { OutsideSignInController } from './auth/outside-sign-in.controller.js';
import { OwnSecurityController } from './auth/own-security.controller.js';
import { BoardsController } from './boards/boards.controller.js';
import { LeaderActsController } from './boards/leader-acts.controller.js';
import { LeaderBoardsController } from './boards/leader-boards.controller.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CaseRoomController } from './case-files/case-room.controller.js';
import { CaseFilesController } from './case-files/case-files.controller.js';
import { ClockController } from './clock/clock.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { TemplatesController } from './documents/templates.controller.js';
import { ForwardingController } from './forwarding/forwarding.controller.js';
import { IdentityController } from './identity/identity.controller.js';
import { SecrecyController } from './identity/secrecy.controller.js';
import { BreachesController } from './breaches/breaches.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { LiveController } from './live/live.controller.js';
import { InspectionRoomController } from './inspection/inspection-room.controller.js';
import { InspectionsController } from './inspection/inspections.controller.js';
import { AxisController } from './national/axis.controller.js';
import { NationalController } from './national/national.controller.js';
import { NoticesController } from './notices/notices.controller.js';
import { EscalationController } from './escalation/escalation.controller.js';
import { TrainingController } from './training/training.controller.js';
import { HealthController } from './ops/health.controller.js';
import { OpsController } from './ops/ops.controller.js';
import { PetitionsController } from './petitions/petitions.controller.js';
import { OnlineFilingController } from './public/online-filing.controller.js';
import { PublicStatusController } from './public/public-status.controller.js';
import { ReceptionBooksController } from './reception/reception-books.controller.js';
import { ReceptionPapersController } from './reception/reception-papers.controller.js';
import { ReceptionVisitsController } from './reception/reception-visits.controller.js';
import { ReceptionController } from './reception/reception.controller.js';
import { ReferenceController } from './reference/reference.controller.js';
import { RetentionController } from './retention/retention.controller.js';
import { SearchController } from './search/search.controller.js';
import { SettingsController } from './settings/settings.controller.js';
import { FormVersionsController } from './reports/form-versions.controller.js';
import { FormsController } from './reports/forms.controller.js';
import { IssuedPacksController } from './reports/issued-packs.controller.js';
import { IssuedController } from './reports/issued.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { ComplexController } from './scorecards/complex.controller.js';
import { EmulationController } from './scorecards/emulation.controller.js';
import { ScorecardsController } from './scorecards/scorecards.controller.js';
import { TargetsController } from './scorecards/targets.controller.js';
import { UploadsController } from './uploads/uploads.controller.js';

export const CONTROLLERS: Type[] = [
  AuthController,
  OwnSecurityController,
  OutsideSignInController,
  AccountSecurityController,
  EmergencyController,
  AdministrationController,
  AgenciesController,
  UsersController,
  PlacesController,
  ForwardingController,
  PetitionsController,
  LeaderActsController,
  CaseFilesController,
  CaseRoomController,
  CalendarController,
  ReceptionController,
  ReceptionVisitsController,
  ReceptionBooksController,
  ReceptionPapersController,
  BoardsController,
  LeaderBoardsController,
  DocumentsController,
  TemplatesController,
  IdentityController,
  SecrecyController,
  ImportsController,
  PublicStatusController,
  OnlineFilingController,
  AuditController,
  ClockController,
  ReferenceController,
  NoticesController,
  SearchController,
  SettingsController,
  LiveController,
  ReportsController,
  TargetsController,
  ScorecardsController,
  ComplexController,
  EmulationController,
  FormVersionsController,
  FormsController,
  IssuedController,
  IssuedPacksController,
  UploadsController,
  EscalationController,
  TrainingController,
  HealthController,
  RetentionController,
  BreachesController,
  InspectionsController,
  InspectionRoomController,
  NationalController,
  AxisController,
  OpsController,
];
